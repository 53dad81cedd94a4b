"""Many postmortems to one review: what ``pmlint report`` computes.

``incidents`` reads one document into an `Incident`; ``figures`` turns the incidents of a period
into a `Review`; the renderers see nothing but a `Review`. Nothing here ranks or names people.
"""

REPORT_BEGINS = "Postmortems of"
"""What the first line of a report in plain text or Markdown begins with."""
