# shellcheck shell=bash
# Words, secrets and processes: what every command of Aegle needs.

say() {
    printf '%s\n' "$@"
}

# One clear sentence, and out.
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Twenty letters and digits that cannot be mistaken for one another: 116 bits.
random_password() {
    head -c 1024 /dev/urandom | LC_ALL=C tr -dc 'A-HJ-NP-Za-km-z2-9' | cut -c 1-20
}

# install_secret FILE VALUE: readable by its owner from the first moment, complete or absent, after a power cut too.
install_secret() {
    (umask 077 && printf '%s\n' "$2" >"$1.new")
    make_durable "$1.new"
    mv "$1.new" "$1"
    sync "$(dirname "$1")"
}

# make_durable PATH: what is there, and all below it, outlives a power cut from now on.
make_durable() {
    find "$1" \( -type f -o -type d \) -exec sync {} +
}

# The command line of a process; empty when it is gone or only waits to be buried.
args_of() {
    if [[ -d /proc/$$ ]]; then
        tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" || true
    else
        ps -p "$1" -o args= 2>/dev/null || true
    fi
}

is_running() {
    [[ -n $(args_of "$1" 2>/dev/null) ]]
}

# wait_gone PID SECONDS
wait_gone() {
    local tries=$(($2 * 10))
    while is_running "$1"; do
        ((tries-- > 0)) || return 1
        sleep 0.1
    done
}

# is_listening ADDRESS PORT
is_listening() {
    (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}
