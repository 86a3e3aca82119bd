# Makes the environment that ./run works in; sourced by it. Every step may be run twice.

VENDOR=drive/web/design_system/static/vendor

say() { printf '%s\n' "$*"; }
complain() { printf './run: %s\n' "$*" >&2; }

# Run a command quietly, with a dot every two seconds; show what it said if it fails.
step() {
    local title=$1 log began=$SECONDS ticks=0
    shift
    log=$(mktemp)
    printf '%s ' "$title"
    "$@" >"$log" 2>&1 </dev/null &
    local job=$!
    trap 'kill "$job" 2>/dev/null || true; printf "\n"; exit 130' INT TERM
    while kill -0 "$job" 2>/dev/null; do
        sleep 0.1
        ticks=$((ticks + 1))
        [ $((ticks % 20)) -ne 0 ] || printf '.'
    done
    trap - INT TERM
    if wait "$job"; then
        printf ' done (%d s)\n' $((SECONDS - began))
        rm -f "$log"
        return
    fi
    printf ' FAILED\n'
    cat "$log" >&2
    rm -f "$log"
    complain "$title failed; its messages are above."
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }
have_library() { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -q "$1"; }

# Install Debian packages, with sudo where needed, after naming them.
install_debian_packages() {
    [ $# -gt 0 ] || return 0
    if ! have apt-get; then
        complain "This machine lacks: $*. It has no apt-get, so please install them and try again."
        exit 1
    fi
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        if ! have sudo; then
            complain "This machine lacks: $*. Please ask its administrator to install them."
            exit 1
        fi
        say "Installing Debian packages needs sudo: $*"
        sudo -v
        as_root=(sudo)
    fi
    step "Reading the list of Debian packages" "${as_root[@]}" apt-get update -qq
    step "Installing Debian packages: $*" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@"
}

need_python() {
    local missing=()
    have python3 || missing+=(python3)
    python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
    install_debian_packages "${missing[@]}"
    if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        complain "Python 3.11 or newer is needed; this machine has $(python3 --version)."
        exit 1
    fi
}

need_browser() {
    local missing=()
    [ -n "${CHROMIUM:-}" ] || have chromium || have google-chrome || missing+=(chromium)
    # The driver of the browser is linked against it, and a small Debian lacks it.
    have_library libatomic.so.1 || missing+=(libatomic1)
    [ -d /usr/share/fonts/truetype/liberation ] || [ -d /usr/share/fonts/truetype/liberation2 ] ||
        missing+=(fonts-liberation)
    have git || missing+=(git)
    install_debian_packages "${missing[@]}"
}

# Install a hashed requirements file into .venv, unless this very file is installed already.
install_python_packages() {
    local requirements=$1 stamp now
    stamp=.venv/installed-$(basename "$requirements")
    now=$(sha256sum <"$requirements")
    [ "$(cat "$stamp" 2>/dev/null)" != "$now" ] || return 0
    step "Installing Python packages ($requirements)" \
        .venv/bin/uv pip install --require-hashes -r "$requirements"
    printf '%s\n' "$now" >"$stamp"
}

make_environment() {
    local requirements=$1
    need_python
    export VIRTUAL_ENV=$PWD/.venv
    # An environment does not survive a move of its folder: its commands hold the old path.
    if ! .venv/bin/python -c '' 2>/dev/null || [ "$(cat .venv/made-at 2>/dev/null)" != "$PWD" ]; then
        step "Making .venv" python3 -m venv --clear .venv
        printf '%s\n' "$PWD" >.venv/made-at
    fi
    if [ ! -x .venv/bin/uv ]; then
        step "Installing uv into .venv" .venv/bin/python -m pip install --quiet \
            --disable-pip-version-check --require-hashes -r scripts/requirements-uv.txt
    fi
    install_python_packages "$requirements"
    if [ ! -x .venv/bin/drive ]; then
        step "Installing the command drive" \
            .venv/bin/uv pip install --no-deps --no-build-isolation --editable .
    fi
}

make_assets() {
    if [ -f "$VENDOR/moj-frontend.min.css" ] && [ ! package-lock.json -nt "$VENDOR/moj-frontend.min.css" ] &&
        [ ! scripts/build_assets.py -nt "$VENDOR/moj-frontend.min.css" ]; then
        return
    fi
    if ! have npm; then
        install_python_packages scripts/requirements-node.txt
        export PATH=$PWD/.venv/bin:$PATH
    fi
    step "Fetching the front-end packages" npm ci --silent
    step "Copying the front-end files" .venv/bin/python scripts/build_assets.py
}

set_up_application() {
    make_environment requirements.txt
    make_assets
}

set_up_checks() {
    make_environment requirements-dev.txt
    make_assets
}

set_up_tests() {
    set_up_checks
    need_browser
}
