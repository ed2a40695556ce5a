#!/bin/bash
# A sweep by programs of its own for each run: sweep.sh SWEEP FILE [xargs|parallel]
# ROTE names the program if it is not on the path.
set -euo pipefail
sweep=$1 file=$2 with=${3:-xargs} rote=${ROTE:-rote}
runs=$(mktemp "$file.runs.XXXXXX")
trap 'if [ -s "$runs" ]; then echo "sweep.sh: the runs that were done are in $runs" >&2; else rm -f "$runs"; fi' EXIT
case $with in
xargs) "$rote" sweep -list "$sweep" | xargs -n 1 -P 4 "$rote" run -format jsonl > "$runs" ;;
parallel) "$rote" sweep -list "$sweep" | parallel -j 4 --joblog "$file.log" "$rote" run -format jsonl > "$runs" ;;
*) echo "sweep.sh: want xargs or parallel, got $with" >&2; exit 2 ;;
esac
"$rote" merge -sweep "$sweep" -o "$file" "$runs"
rm "$runs"
