#!/usr/bin/env bash
# try_folder.sh DIST/transferlens FOLDER: start the built program on a tiny set, outside the checkout and
# without any Python of its own: processes, readers, networks, an export, a signature and the window.
set -euo pipefail
program=$(realpath "$1")/transferlens folder=$2
mkdir -p "$folder"
cd "$folder"
unset PYTHONPATH PYTHONHOME
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} PATH=/usr/bin:/bin HOME=$PWD/home
export XDG_CONFIG_HOME=$PWD/config XDG_DATA_HOME=$PWD/data TRANSFERLENS_CACHE=$PWD/cache TRANSFERLENS_KEYS=$PWD/keys
mkdir -p home
step() { echo "== $*"; "$program" "$@" || { echo "failed: $*" >&2; exit 1; }; }
step doctor
step desktop
step desktop --remove
step synth set --textures 1-2 --normal 24 --defective 12 --size 256  # enough for spawned processes
step check set
step answer set
step train set --project project --setting filters
step train set --project project --setting transfer --set iterations=2
for run in project/runs/*; do
  step export "$run" --onnx "$run.onnx" --images 4
done
step evaluate "$run"
# The window by itself: it draws a set with processes and opens a project; it has no end of its own.
echo "== the window, for 60 s"
code=0
timeout 60 "$program" demo --dir demo > window.txt 2>&1 || code=$?
if [ "$code" != 124 ] || [ ! -s demo/images/synth.json ] || [ ! -e demo/project/workbench.sqlite ]; then
  cat window.txt >&2
  echo "the window ended with $code, or did nothing" >&2
  exit 1
fi
cat window.txt
echo "all of it works"
