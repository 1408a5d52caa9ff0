#!/usr/bin/env bash
# try_wheel.sh WHEEL PYTHON FOLDER: install the wheel, and it alone, into a new environment in FOLDER;
# the packages it needs are those of another environment's PYTHON. Then start it outside the checkout.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
wheel=$(realpath "$1") python=$(realpath --no-symlinks "$2") folder=$3
mkdir -p "$folder/elsewhere"
folder=$(realpath "$folder")
shared=$("$python" -c "import sysconfig; print(sysconfig.get_path('purelib'))")
"$python" -m venv "$folder/venv"
# A folder named this way gives its packages, but not the editable install of a checkout.
export PYTHONPATH="$shared" QT_QPA_PLATFORM=offscreen
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" TRANSFERLENS_CACHE="$folder/cache"
"$folder/venv/bin/python" -m pip install --quiet --no-deps --no-index --force-reinstall "$wheel"
cd "$folder/elsewhere"
"$folder/venv/bin/transferlens" --help > help.txt
grep -q "Without a command, the window opens" help.txt
"$folder/venv/bin/transferlens" doctor
"$folder/venv/bin/transferlens" desktop
test -s "$folder/data/applications/transferlens.desktop"
"$folder/venv/bin/transferlens" desktop --remove
"$folder/venv/bin/python" "$here/tools/open_window.py"
