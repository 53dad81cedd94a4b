"""What an editor offers to do about findings: fix one, fix all, allow one here."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionContext,
    CodeActionKind,
    CodeActionTriggerKind,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)
from msgspec import Struct

from pmlint.document import Span
from pmlint.engine import Finding
from pmlint.reading import read
from pmlint.rule import Edit, Fix
from pmlint.server.diagnostics import diagnostic
from pmlint.server.hovers import at
from pmlint.server.positions import Positions
from pmlint.server.reviewing import Reviewed, Reviewer
from pmlint.server.suppressing import suppression

__all__ = ["FIX_ALL", "Offers"]

FIX_ALL = "source.fixAll.pmlint"
"""The kind that editors run on saving, if told to."""

_MOST = 10  # findings that are offered to be allowed: each costs a look at the document


class Offers(Struct, frozen=True):
    """The actions for one reviewed document.

    `versioned` tells whether the client takes edits that name the version they are meant for.
    """

    reviewed: Reviewed
    positions: Positions
    versioned: bool

    def actions(
        self, reviewer: Reviewer, span: Span, context: CodeActionContext
    ) -> list[CodeAction]:
        """All that *context* asks for about the findings that *span* touches."""
        found = at(self.reviewed, span)
        offered: list[CodeAction] = []
        if _wanted(CodeActionKind.QuickFix, context):
            offered += [*self._fixes(found), *self._suppressions(found)]
        if self._fixes_all(context):
            offered += self._fix_all(reviewer)
        return offered

    def _fixes_all(self, context: CodeActionContext) -> bool:
        """Whether to try all fixes: not each time that the cursor comes to rest."""
        automatic = context.trigger_kind == CodeActionTriggerKind.Automatic
        if automatic and not context.only:
            return False
        return _wanted(FIX_ALL, context) and any(
            finding.fix for finding in self.reviewed.findings.findings
        )

    def _fixes(self, found: Sequence[Finding]) -> Iterator[CodeAction]:
        """One action for each fix, with all findings that it mends."""
        by_fix: dict[Fix, list[Finding]] = {}
        for finding in found:
            if finding.fix is not None:
                by_fix.setdefault(finding.fix, []).append(finding)
        for fix, mended in by_fix.items():
            yield self._action(fix.summary, mended, fix.edits, preferred=True)

    def _suppressions(self, found: Sequence[Finding]) -> Iterator[CodeAction]:
        """One action for each rule and place."""
        by_edit: dict[tuple[str, Edit], list[Finding]] = {}
        if not found:
            return
        document = read(self.reviewed.source)
        for finding in found[:_MOST]:
            edit = suppression(document, finding, self.reviewed.known_rules)
            if edit is not None:
                by_edit.setdefault((finding.code, edit), []).append(finding)
        for (code, edit), allowed in by_edit.items():
            where = "in this document" if "allow-file" in edit.text else "here"
            yield self._action(f"Allow {code} {where}", allowed, (edit,))

    def _action(
        self,
        title: str,
        found: Sequence[Finding],
        edits: Sequence[Edit],
        *,
        preferred: bool | None = None,
    ) -> CodeAction:
        return CodeAction(
            title=title,
            kind=CodeActionKind.QuickFix,
            diagnostics=[diagnostic(finding, self.positions) for finding in found],
            is_preferred=preferred,
            edit=self._workspace_edit(edits),
        )

    def _fix_all(self, reviewer: Reviewer) -> Iterator[CodeAction]:
        fixed = reviewer.fixed(self.reviewed)
        edits = list(_changed_lines(self.reviewed.source.text, fixed.text))
        if edits:
            edit = self._workspace_edit(edits)
            yield CodeAction(title="Make all fixes of pmlint", kind=FIX_ALL, edit=edit)

    def _workspace_edit(self, edits: Iterable[Edit]) -> WorkspaceEdit:
        snapshot = self.reviewed.snapshot
        made = [TextEdit(self.positions.range(edit.span), edit.text) for edit in edits]
        if not self.versioned:
            return WorkspaceEdit(changes={snapshot.uri: made})
        document = OptionalVersionedTextDocumentIdentifier(snapshot.uri, snapshot.version)
        return WorkspaceEdit(document_changes=[TextDocumentEdit(document, made)])


def _wanted(kind: CodeActionKind | str, context: CodeActionContext) -> bool:
    """Whether the client asks for actions of this *kind*, or of any."""
    asked = [_dotted(one) for one in context.only or ()]
    return not asked or _dotted(kind).startswith(tuple(asked))


def _dotted(kind: CodeActionKind | str) -> str:
    """``quickfix.``, so that a kind begins with those that it belongs to and no others."""
    name = kind.value if isinstance(kind, CodeActionKind) else kind
    return f"{name}." if name else ""


def _changed_lines(old: str, new: str) -> Iterator[Edit]:
    """Edits that leave all lines alone that are the same in both texts."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, left, right in matcher.get_opcodes():
        if tag != "equal":
            yield Edit(Span(starts[first], starts[last]), "".join(after[left:right]))
