# shellcheck shell=bash
# Ports for an Aegle that runs aside.

# first_of_free_ports COUNT: so many on loopback, one after the other.
first_of_free_ports() {
    local first port
    while true; do
        first=$((20000 + RANDOM % 10000))
        for ((port = first; port < first + $1; port++)); do
            ! is_listening 127.0.0.1 "$port" || continue 2
        done
        echo "$first"
        return
    done
}
