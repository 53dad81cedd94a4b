#!/usr/bin/env bash
# Keep one comment on the pull request. Where that is not allowed, say so and go on.
set -euo pipefail

marker='<!-- pmlint: the comment of the action -->'

leave() {
    echo "::notice title=pmlint::$1"
    exit 0
}

number=$("$PYTHON" -I - "$GITHUB_EVENT_PATH" <<'PYTHON'
import json, sys
from pathlib import Path

event = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
number = event.get("pull_request", {}).get("number", "")
print(number if isinstance(number, int) else "")
PYTHON
)
[ -n "$number" ] || leave 'There is no pull request to comment on.'
command -v gh >/dev/null || leave 'No comment: this runner has no gh.'

issues="repos/$GITHUB_REPOSITORY/issues"
# Only a comment of the token's own: anybody can write the marker.
mine=".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$marker\"))) | .id"
denied='No comment: the token may not write one. Pull requests from forks never may; others need "pull-requests: write".'
known=$(gh api --paginate "$issues/$number/comments?per_page=100" --jq "$mine") || leave "$denied"

body=$(mktemp "$RUNNER_TEMP/pmlint-comment.XXXXXX")
{ echo "$marker"; cat "$SUMMARY"; } >"$body"
read -r id <<<"$known"
if [ -n "$id" ]; then
    gh api --silent --method PATCH "$issues/comments/$id" -F "body=@$body" || leave "$denied"
elif [ "$STATUS" != 0 ] || [ "$FINDINGS" != 0 ]; then
    # Praise alone is no reason to notify everybody; it stands in the summary.
    gh api --silent --method POST "$issues/$number/comments" -F "body=@$body" || leave "$denied"
fi
