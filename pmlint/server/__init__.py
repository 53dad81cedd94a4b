"""The language server: what `pmlint check` finds, in the editor and as the text is typed.

Only `pmlint server` imports this package; it needs the extra ``lsp``. It loads no rules and
looks for no configuration itself: the command line gives it both, so that code that stands in
a reviewed repository never runs.
"""
