# shellcheck shell=bash
# The life of one Aegle: database, application server, and their orderly end.

readonly patience=300
# A server that keeps its classes for later starts takes its time to end.
readonly stop_patience=180

# Each home has a server folder of its own, made from the provisioned one; only the binaries are shared.
base() {
    echo "$AEGLE_HOME/server"
}

# One Aegle to a home. What a killed start left running is stopped first.
claim_home() {
    local other
    other=$(cat "$AEGLE_HOME/run.pid" 2>/dev/null || true)
    if [[ -n $other && $other != "$$" && $(args_of "$other") == *bin/run* ]]; then
        fail "Aegle already runs on $AEGLE_HOME (process $other)."
    fi
    echo "$$" >"$AEGLE_HOME/run.pid"
    stop_orphan
    if $own_database && [[ -d $AEGLE_HOME/db ]]; then
        "$root/bin/postgres" stop "$AEGLE_HOME"
    fi
}

stop_orphan() {
    local orphan
    orphan=$(cat "$(base)/server.pid" 2>/dev/null || true)
    if [[ -n $orphan && $(args_of "$orphan") == *"$(base)"* ]]; then
        say "Stopping the server that an earlier start left behind."
        kill -TERM "$orphan" 2>/dev/null || true
        wait_gone "$orphan" 30 || kill -KILL "$orphan" 2>/dev/null || true
        wait_gone "$orphan" 10 || fail "The server of an earlier start (process $orphan) does not end."
    fi
    rm -f "$(base)/server.pid"
}

start_database() {
    if $own_database; then
        "$root/bin/postgres" start "$AEGLE_HOME" "$AEGLE_DB_PORT" || exit 1
        export AEGLE_DB_URL=jdbc:postgresql://127.0.0.1:$AEGLE_DB_PORT/aegle
        export AEGLE_DB_USER=aegle
        AEGLE_DB_PASSWORD=$(cat "$AEGLE_HOME/keys/database-password")
        export AEGLE_DB_PASSWORD
    fi
}

# The configuration is replaced when another one was built; the transaction log in data/ stays.
prepare_base() {
    local from=$server/standalone to
    to=$(base)
    mkdir -p "$to/deployments"
    if ! cmp -s "$from/configuration/standalone.xml" "$to/configuration/standalone.built.xml"; then
        rm -rf "$to/configuration"
        cp -R "$from/configuration" "$to/configuration"
        # The mark that all is there comes after all is durable: a power cut may keep a file's name and not its bytes.
        make_durable "$to"
        cp "$from/configuration/standalone.xml" "$to/configuration/standalone.built.xml"
    fi
    # WildFly makes it anew, but does not start with an empty one, which a power cut can leave behind.
    find "$to/data/kernel/process-uuid" -size 0 -delete 2>/dev/null || true
    rm -rf "$to/tmp" "$to/deployments"/*
    cp "$archive" "$to/deployments/aegle.ear"
}

java_options() {
    # Four times Java's thresholds for its optimising compiler: just after a start it would otherwise take as much of
    # the processors as the first hundreds of images do. What is really hot passes them all the same.
    printf '%s\n' -Xms256m -Xmx1g -XX:MetaspaceSize=256m -XX:+UseParallelGC -XX:+ExitOnOutOfMemoryError \
        -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 \
        -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000 \
        -Djava.awt.headless=true \
        "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000" \
        --add-opens=java.base/{java.lang,java.lang.invoke,java.lang.reflect,java.io,java.net,java.security,java.util,java.util.concurrent}=ALL-UNNAMED \
        --add-opens=java.naming/javax.naming=ALL-UNNAMED \
        --add-opens=java.management/javax.management=ALL-UNNAMED
}

start_server() {
    prepare_base
    local options=() line overlay=()
    if [[ -e $kept_classes ]]; then
        # What does not fit this Java or these options is left aside without a word.
        options=("-XX:SharedArchiveFile=$kept_classes" -Xlog:cds=off -Xlog:cds+dynamic=off)
    fi
    while IFS= read -r line; do
        options+=("$line")
    done < <(java_options)
    if $tls; then
        overlay=("--yaml=$(base)/configuration/tls.yml")
    fi
    log=$AEGLE_HOME/logs/server.log
    touch "$log"
    log_start=$(($(wc -c <"$log") + 1))
    # The console stays with this script's words, unless somebody asked to see the server's.
    exec 4>&1
    if [[ -z ${AEGLE_CONSOLE_LEVEL-} ]]; then
        exec 4>"$AEGLE_HOME/logs/console.log"
    fi
    # What the server writes is for its own account and group.
    umask 027
    # In a process group of its own: Ctrl-C reaches this script only, which then stops server and database in order.
    set -m
    # shellcheck disable=SC2086 # AEGLE_JAVA_OPTS holds several options.
    "$java" "${options[@]}" ${AEGLE_JAVA_OPTS-} \
        "-Dorg.jboss.boot.log.file=$log" \
        "-Dlogging.configuration=file:$(base)/configuration/logging.properties" \
        "-DAEGLE_CONSOLE_LEVEL=${AEGLE_CONSOLE_LEVEL:-WARN}" \
        -jar "$server/jboss-modules.jar" -mp "$server/modules" org.jboss.as.standalone \
        "-Djboss.home.dir=$server" \
        "-Djboss.server.base.dir=$(base)" \
        "-Djboss.server.log.dir=$AEGLE_HOME/logs" \
        "${overlay[@]+"${overlay[@]}"}" </dev/null >&4 2>&4 4>&- &
    server_pid=$!
    set +m
    exec 4>&-
    echo "$server_pid" >"$(base)/server.pid"
}

wait_until_ready() {
    say "Starting Aegle ..."
    local deadline=$((SECONDS + patience))
    until is_ready; do
        if ! is_running "$server_pid" || has_failed; then
            fail "Aegle did not start: $(why) (log: $log)"
        fi
        ((SECONDS < deadline)) || fail "Aegle is not ready after $patience seconds: $(why) (log: $log)"
        sleep 0.2
    done
}

# The server is asked only when it says that it has started: each "not yet" would be a warning in its log.
is_ready() {
    this_start | grep 'WFLYSRV0025' >/dev/null || return 1
    local status
    status=$( (
        exec 3<>"/dev/tcp/127.0.0.1/$AEGLE_MANAGEMENT_PORT"
        printf 'GET /health/ready HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
        head -n 1 <&3
    ) 2>/dev/null) || return 1
    [[ $status == *" 200 "* ]]
}

# The application could not be deployed, or the server says that it started with errors.
has_failed() {
    [[ -e $(base)/deployments/aegle.ear.failed ]] || this_start | grep 'WFLYSRV0026' >/dev/null
}

this_start() {
    tail -c "+$log_start" "$log" 2>/dev/null
}

# The first error of this start with the cause at its bottom.
why() {
    local error
    error=$(this_start | awk '
        /^[0-9-]+T[0-9:.]+[^ ]* / { if (found) exit; if ($2 == "ERROR" || $2 == "FATAL") { found = 1; sub(/^[^ ]+ +[A-Z]+ +\[[^]]*\] /, ""); first = $0 } }
        found && /^Caused by: /   { cause = substr($0, 12) }
        END { print first (cause == "" ? "" : ": " cause) }')
    # A virtual machine that cannot start says so on the console only.
    error=${error:-$(head -n 1 "$AEGLE_HOME/logs/console.log" 2>/dev/null)}
    # A fault in the settings is a sentence of its own; through which classes it came is in the log.
    [[ $error != *org.aegle.*Fault:\ * ]] || error=${error##*Fault: }
    echo "${error:-it ended without a word}" | cut -c 1-500
}

run_until_stopped() {
    local status=0
    wait "$server_pid" || status=$?
    fail "Aegle's server ended by itself (exit code $status): $(why) (log: $log)"
}

# shut_down STATUS: server first, then the database that it writes to.
shut_down() {
    trap '' TERM INT HUP
    trap - EXIT
    if [[ -n ${server_pid-} ]] && is_running "$server_pid"; then
        say "Stopping Aegle ..."
        kill -TERM "$server_pid"
        wait_gone "$server_pid" "$stop_patience" || kill -KILL "$server_pid"
        wait "$server_pid" 2>/dev/null || true
    fi
    rm -f "$(base)/server.pid"
    if $own_database; then
        "$root/bin/postgres" stop "$AEGLE_HOME" || true
    fi
    rm -f "$AEGLE_HOME/run.pid"
    exit "$1"
}
