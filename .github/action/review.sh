#!/usr/bin/env bash
# Review, then write the annotations, the job's summary and the outputs. The last step of
# the action fails the job, when everything has been written.
set -euo pipefail

work=$(mktemp -d "$RUNNER_TEMP/pmlint.XXXXXX")

give_up() { # MESSAGE, which holds no text from the repository
    echo "::error title=pmlint::$1"
    printf '### pmlint\n\n%s\n' "$1" >"$work/summary.md"
    cat "$work/summary.md" >>"$GITHUB_STEP_SUMMARY"
    printf '%s\n' status=2 "summary=$work/summary.md" >>"$GITHUB_OUTPUT"
    exit 0
}

# Text of the repository goes to the log through this: the runner obeys no command in it.
inert() {
    local token
    token=$("$PYTHON" -I -c 'import secrets; print(secrets.token_hex(16))')
    printf '::stop-commands::%s\n' "$token"
    cat
    printf '\n::%s::\n' "$token"
}

# Annotations and SARIF name files as seen from the top of the repository.
cd "$WORKING_DIRECTORY" || give_up 'The working-directory does not exist.'
prefix=$(git rev-parse --show-prefix) || give_up 'The working-directory is in no git repository. Run actions/checkout first.'
cd "./$(git rev-parse --show-cdup)"
from_top() {
    case $1 in
        /*) printf '%s' "$1" ;;
        . | ./) printf '%s' "${prefix:-.}" ;;
        *) printf '%s' "$prefix${1#./}" ;;
    esac
}

# The base and the tip of a change; nothing on other events. With -I, Python imports nothing
# that lies in the repository.
change=$("$PYTHON" -I - "$GITHUB_EVENT_PATH" <<'PYTHON'
import json, re, sys
from pathlib import Path

event = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
change = event.get("pull_request", {})
base = change.get("base", {}).get("sha") or event.get("merge_group", {}).get("base_sha")
tip = change.get("head", {}).get("sha")
shas = [sha or "" for sha in (base, tip)]
print(":".join(sha if re.fullmatch(r"[0-9a-f]{40,64}", sha) else "" for sha in shas))
PYTHON
)
base=${change%:*}
tip=${change#*:}

need() { # COMMIT
    git cat-file -e "$1^{commit}" 2>/dev/null ||
        git fetch --quiet --no-tags --depth=1 origin "$1" 2>/dev/null ||
        give_up "The base commit $1 is not here and cannot be fetched. Give actions/checkout \`fetch-depth: 0\`."
}

options=(--quiet)
patch=/dev/null
if [ -n "$base" ] && [ "$ONLY_CHANGED" = true ]; then
    # The base may have moved on since the event. If HEAD is the merge that GitHub made to
    # try the change out, its first parent is what it was merged with.
    from=$base
    read -r first second _ <<<"$(git cat-file commit HEAD | sed -n '1,/^$/s/^parent //p' | tr '\n' ' ')"
    if [ -n "$tip" ] && [ "$second" = "$tip" ]; then from=$first; fi
    need "$from"
    # Not there in a shallow clone, and then there is only the base to compare with.
    if common=$(git merge-base "$from" HEAD); then from=$common; fi
    patch=$work/change.patch
    git diff --unified=0 --find-renames --no-color --no-ext-diff --no-textconv \
        --src-prefix=a/ --dst-prefix=b/ "$from" HEAD -- >"$patch"
    options+=(--diff -)
fi

if [ -n "$FAIL_ON" ]; then options+=(--fail-on "$FAIL_ON"); fi
# The configuration may be the pull request's own: it can name no code.
if [ -n "$CONFIG" ]; then options+=(--config "$(from_top "$CONFIG")"); fi
if [ -n "$RULES" ]; then
    rules=$(from_top "$RULES")
    rules=${rules%/}
    if [ -z "$base" ]; then
        options+=(--rules "$rules")
    else
        # House rules are code: those of the base are run, never the pull request's own.
        need "$base"
        mkdir "$work/base"
        if git cat-file -e "$base:$rules" 2>/dev/null; then
            git archive "$base" -- "$rules" | tar -xf - -C "$work/base"
            options+=(--rules "$work/base/$rules")
        else
            echo '::notice title=pmlint::The folder of house rules is not in the base branch. Its rules run when it is.'
        fi
    fi
fi
options+=(--)
while IFS= read -r path; do
    if [ -n "$path" ]; then options+=("$(from_top "$path")"); fi
done <<<"${REVIEW_PATHS:-.}"

status=0
"$PMLINT" check --format json --output-file "$work/findings.json" \
    --export sarif="$work/pmlint.sarif" --export markdown="$work/summary.md" \
    --export github="$work/annotations" "${options[@]}" <"$patch" 2>"$work/log" || status=$?
if [ -s "$work/log" ]; then inert <"$work/log"; fi
[ -s "$work/findings.json" ] || give_up 'Nothing was reviewed. The log of this step says why.'
if [ "$ANNOTATIONS" = true ]; then
    cat "$work/annotations"
else
    inert <"$work/summary.md"
fi

cat "$work/summary.md" >>"$GITHUB_STEP_SUMMARY"
{
    "$PYTHON" -I - "$work/findings.json" <<'PYTHON'
import json, sys
from pathlib import Path

report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
print(f"findings={len(report['findings'])}")
for name in ("errors", "warnings", "infos", "files"):
    print(f"{name}={report['summary'][name]}")
PYTHON
    printf '%s\n' "status=$status" "sarif=$work/pmlint.sarif" "summary=$work/summary.md" "root=$PWD"
} >>"$GITHUB_OUTPUT"
