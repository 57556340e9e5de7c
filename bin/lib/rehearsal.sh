# shellcheck shell=bash
# One start, seen beforehand: the virtual machine keeps the classes that it loaded, parsed and verified (class data
# sharing, JEP 350), and every later start of this build takes them from there. Nothing depends on it: a class that
# differs from the kept one is loaded as usual, and without the file a start is only slower.

readonly kept_classes=$root/ear/target/classes.jsa
# Which Java keeps what it loaded: no other can read it.
readonly kept_by=$root/ear/target/classes.java

rehearse_if_outdated() {
    if [[ ! -e $kept_classes || $built -nt $kept_classes ]] || [[ $(java_identity) != "$(cat "$kept_by" 2>/dev/null)" ]]; then
        say "Rehearsing a start once, which makes all later ones quick ..."
        rehearse >"$AEGLE_HOME/logs/rehearsal.log" 2>&1 ||
            say "It did not succeed, and starts will be slower (log: $AEGLE_HOME/logs/rehearsal.log)."
    fi
}

java_identity() {
    "$java" -Xinternalversion
}

# In a home and at ports of its own, with none of the caller's settings: nobody's archive is touched.
rehearse() (
    home=$root/target/rehearsal
    rm -rf "$home" "$kept_classes"
    mkdir -p "$home"
    first=$(first_of_free_ports 4)
    password=$(random_password)
    env -i PATH="$PATH" HOME="$HOME" LANG="${LANG-}" JAVA_HOME="${java%/bin/java}" \
        AEGLE_HOME="$home" AEGLE_HTTP_PORT="$first" AEGLE_DICOM_PORT="$((first + 1))" \
        AEGLE_MANAGEMENT_PORT="$((first + 2))" AEGLE_DB_PORT="$((first + 3))" AEGLE_DEMO_PASSWORD="$password" \
        AEGLE_JAVA_OPTS="-XX:ArchiveClassesAtExit=$kept_classes.new" \
        "$root/bin/run" --demo --no-build &
    started=$!
    trap 'kill -TERM $started 2>/dev/null; exit 1' TERM INT HUP
    until [[ -e $home/keys/administrator-created ]]; do
        is_running "$started" || return 1
        sleep 0.2
    done
    rehearse_requests
    kill -TERM "$started"
    wait "$started"
    rm -rf "$home"
    [[ -e $kept_classes.new ]] || return 1
    java_identity >"$kept_by"
    mv -f "$kept_classes.new" "$kept_classes"
)

# What a day begins with, at every door: the classes that it needs are kept too.
rehearse_requests() {
    local peer=AEGLE@127.0.0.1:$((first + 1)) tool=("$java" -jar "$root"/dicom/target/dicom-*.jar) study
    AEGLE_DEMO_PASSWORD=$password "$java" "$root/bin/lib/Rehearsal.java" "http://127.0.0.1:$first" || true
    "${tool[@]}" echo -t ECHOSCU "$peer" || true
    study=$("${tool[@]}" find -t FINDSCU -L STUDY -k StudyInstanceUID -k NumberOfStudyRelatedInstances "$peer" |
        sed -n 's/^(0020,000d) UI \[\(.*\)\].*/\1/p' | head -n 1) || true
    mkdir -p "$home/received"
    "${tool[@]}" get -t GETSCU -L STUDY -k "StudyInstanceUID=$study" -o "$home/received" "$peer" || true
    "${tool[@]}" store -t STORESCU "$peer" "$home/received" || true
}
