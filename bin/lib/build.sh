# shellcheck shell=bash
# Builds what is missing or older than its sources.

readonly archive=$root/ear/target/aegle.ear
readonly server=$root/ear/target/server
# Written when a build has succeeded; everything is measured against it.
readonly built=$root/ear/target/built
readonly provisioned=$root/ear/target/provisioned

build_if_outdated() {
    if is_outdated "$built" "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main "$root/ear/src/build"; then
        build
    fi
}

# is_outdated STAMP SOURCE...: a file or folder was changed, added or removed after the stamp was set.
is_outdated() {
    local stamp=$1
    shift
    [[ ! -e $stamp || ! -e $archive || -n $(find "$@" -newer "$stamp" -print 2>/dev/null | head -n 1) ]]
}

build() {
    check_build_tools
    say "Building Aegle; the first time takes a few minutes, for the libraries are fetched."
    local log=$AEGLE_HOME/logs/build.log started=$root/ear/target/started
    mkdir -p "$root/ear/target"
    # Sources that are edited during the build count as newer than it.
    touch "$started"
    drop_stale_classes
    if ! (cd "$root" && mvn -B package -Dmaven.test.skip=true "-Dwildfly.package.skip=$(skip_provisioning)" 2>&1) |
        tee "$log" | progress; then
        fail "The build failed: $(first_build_error "$log") (all of it: $log)"
    fi
    [[ -e $provisioned ]] || touch "$provisioned"
    mv "$started" "$built"
}

# The compiler leaves the classes of removed sources behind, and the server would find them.
drop_stale_classes() {
    local module
    for module in dicom ejb fhir-adapter dicom-adapter web ear; do
        if is_outdated "$built" "$root/$module/src"; then
            rm -rf "$root/$module/target"/{classes,test-classes,maven-status} "$root/$module/target/$module"
        fi
    done
}

# The server is provisioned anew only when its own description changed, which saves half of the time.
skip_provisioning() {
    if [[ -d $server/standalone ]] &&
        ! is_outdated "$provisioned" "$root/pom.xml" "$root/ear/pom.xml" "$root/ear/src/main/server" \
            "$root/ear/src/main/cli" "$root/ear/src/main/channel"; then
        echo true
    else
        rm -f "$provisioned"
        echo false
    fi
}

progress() {
    sed -n -e 's/^\[INFO\] Building \(Aegle.*\) [0-9][^ ]* *\[\(.*\)\]$/  \2 \1/p'
}

first_build_error() {
    grep '^\[ERROR\]' "$1" | grep -v -m 1 'COMPILATION ERROR' | sed 's/^\[ERROR\] *//' | cut -c 1-300
}

check_build_tools() {
    "${java%java}javac" -version >/dev/null 2>&1 || fail "$java has no compiler beside it: install a JDK, a JRE cannot build Aegle."
    command -v mvn >/dev/null || fail "Maven is missing: install it (Debian: apt-get install maven) to build Aegle."
    command -v npm >/dev/null || fail "npm is missing: install it (Debian: apt-get install npm) to fetch the viewer."
}

check_built() {
    [[ -e $archive && -d $server/standalone && -x $root/target/postgresql/bin/postgres ]] ||
        fail "Aegle is not built yet: run bin/run without --no-build."
}
