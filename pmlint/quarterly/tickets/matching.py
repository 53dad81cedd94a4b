"""Which action item a ticket is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from pmlint.document import Status
from pmlint.quarterly.model import Item, Ticket
from pmlint.quarterly.tickets.keys import denies, names_in
from pmlint.quarterly.tickets.likeness import meaning, wording

__all__ = ["matched"]


def matched(
    items: Sequence[Item], tickets: Sequence[Ticket]
) -> tuple[tuple[Item, ...], tuple[Ticket, ...]]:
    """Items as their tickets know them, in their order, and the tickets that match no item.

    A ticket is that of the items that name its key. Items left over are matched by text: the
    ticket's title has the same words, or the same words that carry meaning (`meaning`), and
    nothing else on either side has them. An item that names another ticket of the same project
    is none of these. Where one key comes twice, the later ticket counts.
    """
    known = {_identity(at, ticket): ticket for at, ticket in enumerate(tickets)}
    pairs = _by_key(items, known)
    for form in (wording, meaning):
        taken = {name for names in pairs.values() for name in names}
        left = {name: ticket for name, ticket in known.items() if name not in taken}
        pairs.update(_by_text(items, left, pairs, form))
    told = [_told(item, [known[one] for one in pairs.get(at, ())]) for at, item in enumerate(items)]
    taken = {name for names in pairs.values() for name in names}
    unmatched = (ticket for at, ticket in enumerate(tickets) if _identity(at, ticket) not in taken)
    return tuple(told), tuple(unmatched)


def _identity(at: int, ticket: Ticket) -> str:
    """A ticket's key without case; one without a key is like no other."""
    return ticket.key.casefold() or f"draft {at}"


def _told(item: Item, tickets: Sequence[Ticket]) -> Item:
    """*item* with what its tickets know: they are kept up, a document is written once."""
    if not tickets:
        return item
    status, told_by = item.status, item.status_from
    together = _together({ticket.status for ticket in tickets})
    if together not in (Status.UNKNOWN, status):
        status, told_by = together, "ticket"
    closings = [ticket.closed for ticket in tickets if ticket.closed and ticket.status is status]
    dues = [ticket.due for ticket in tickets if ticket.due]
    return replace(
        item,
        status=status,
        status_from=told_by,
        closed=item.closed or max(closings, default=None),
        due=item.due or max(dues, default=None),
    )


def _together(statuses: set[Status]) -> Status:
    """The status of work in several tickets: it is done when the last of them is."""
    for status in (Status.OPEN, Status.UNKNOWN, Status.DONE):
        if status in statuses:
            return status
    return Status.CANCELLED


def _by_key(items: Sequence[Item], known: Mapping[str, Ticket]) -> dict[int, list[str]]:
    index: defaultdict[str, list[str]] = defaultdict(list)
    for name in known:
        for alias in _aliases(name):
            index[alias].append(name)
    pairs = {}
    for at, item in enumerate(items):
        names = [_looked_up(name, index) for name in names_in(item)]
        if found := list(dict.fromkeys(filter(None, names))):
            pairs[at] = found
    return pairs


def _aliases(name: str) -> Iterator[str]:
    """How an item may call a ticket: ``org/repo#12`` also ``repo#12`` and ``#12``."""
    yield name
    repository, sign, number = name.rpartition("#")
    if sign and repository:
        yield f"{repository.rpartition('/')[2]}#{number}"
        yield f"#{number}"


def _looked_up(name: str, index: Mapping[str, Sequence[str]]) -> str:
    """The one ticket of this name; of an export without repositories, that of its number."""
    found = list(index.get(name, ()))
    if name in found:
        return name
    if not found and "#" in name:
        bare = "#" + name.rpartition("#")[2]
        found = [one for one in index.get(bare, ()) if one == bare]
    return found[0] if len(set(found)) == 1 else ""


def _by_text(
    items: Sequence[Item],
    tickets: Mapping[str, Ticket],
    paired: Mapping[int, Sequence[str]],
    form: Callable[[str], Hashable],
) -> dict[int, list[str]]:
    """Items and tickets of one form, where each is the only one that the other can be."""
    named = defaultdict(list)
    for name, ticket in tickets.items():
        named[form(ticket.title)].append(name)
    could: list[tuple[int, str]] = []
    for at, item in enumerate(items):
        shape = form(item.quote.text)
        if at not in paired and shape:
            own = names_in(item, pulls=False)
            could += [(at, name) for name in named.get(shape, ()) if not denies(own, name)]
    of_item, of_ticket = Counter(at for at, _ in could), Counter(name for _, name in could)
    return {at: [name] for at, name in could if of_item[at] == of_ticket[name] == 1}
