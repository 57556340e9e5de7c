# shellcheck shell=bash
# What must be right before anything is started; each fault is one sentence and an exit.

readonly oldest_java=17

check_java() {
    java=$(find_java) || fail "Java is missing: install a JDK $oldest_java or newer, or set JAVA_HOME."
    local version
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
    ((${version:-0} >= oldest_java)) ||
        fail "Java ${version:-of an unknown version} at $java is too old: Aegle needs JDK $oldest_java or newer."
}

find_java() {
    if [[ -n ${JAVA_HOME-} ]]; then
        [[ -x $JAVA_HOME/bin/java ]] && echo "$JAVA_HOME/bin/java"
    else
        command -v java
    fi
}

check_addresses() {
    local name
    for name in AEGLE_HTTP_PORT AEGLE_HTTPS_PORT AEGLE_DICOM_PORT AEGLE_DICOM_TLS_PORT AEGLE_MANAGEMENT_PORT AEGLE_DB_PORT; do
        [[ ${!name} =~ ^[0-9]{1,5}$ ]] && ((${!name} >= 1 && ${!name} <= 65535)) ||
            fail "$name is \"${!name}\", but must be a port from 1 to 65535."
    done
    if $demo && ! is_loopback "$AEGLE_BIND"; then
        fail "The demo hospital has accounts that all share one password: --demo needs a loopback address, but AEGLE_BIND is $AEGLE_BIND."
    fi
    if $demo && ! is_loopback "$AEGLE_DICOM_BIND"; then
        fail "The demo hospital lets test programs in by their AE title alone: --demo needs a loopback address, but AEGLE_DICOM_BIND is $AEGLE_DICOM_BIND."
    fi
    if ! $tls && ! is_loopback "$AEGLE_BIND"; then
        fail "AEGLE_BIND is $AEGLE_BIND, which other machines can reach: set AEGLE_TLS_KEYSTORE for HTTPS, or bind to 127.0.0.1."
    fi
    if $tls; then
        check_key_store AEGLE_TLS_KEYSTORE
    fi
    if [[ -n ${AEGLE_DICOM_TLS_KEYSTORE-} ]]; then
        check_key_store AEGLE_DICOM_TLS_KEYSTORE
    fi
    if [[ -n ${AEGLE_DICOM_TLS_TRUSTED-} ]]; then
        check_trusted
    fi
}

# check_key_store NAME: the file that the setting names, with the password that NAME_PASSWORD is.
check_key_store() {
    local store=${!1} password=${1}_PASSWORD
    [[ -r $store ]] || fail "$1 names $store, which cannot be read."
    [[ -n ${!password-} ]] || fail "$1 is set: $password or ${password}_FILE is missing."
    store=$(cd "$(dirname "$store")" && pwd -P)/$(basename "$store")
    export "$1=$store"
    "${java%java}keytool" -list -storetype PKCS12 -keystore "$store" -storepass:env "$password" 2>/dev/null |
        grep PrivateKeyEntry >/dev/null ||
        fail "$store is no PKCS #12 key store with a private key, or its password is wrong."
}

check_trusted() {
    local file=$AEGLE_DICOM_TLS_TRUSTED
    grep -q 'BEGIN CERTIFICATE' "$file" 2>/dev/null ||
        fail "AEGLE_DICOM_TLS_TRUSTED names $file, which is no PEM file with a certificate."
    AEGLE_DICOM_TLS_TRUSTED=$(cd "$(dirname "$file")" && pwd -P)/$(basename "$file")
    export AEGLE_DICOM_TLS_TRUSTED
}

check_home() {
    mkdir -p "$AEGLE_HOME" 2>/dev/null || fail "AEGLE_HOME $AEGLE_HOME cannot be created."
    AEGLE_HOME=$(cd "$AEGLE_HOME" && pwd -P)
    local probe=$AEGLE_HOME/.writable.$$
    (: >"$probe") 2>/dev/null || fail "AEGLE_HOME $AEGLE_HOME cannot be written to."
    rm -f "$probe"
    mkdir -p "$AEGLE_HOME/keys" "$AEGLE_HOME/logs"
    chmod 700 "$AEGLE_HOME/keys"
}

check_ports() {
    check_port "$AEGLE_HTTP_BIND" AEGLE_HTTP_PORT
    check_port 127.0.0.1 AEGLE_MANAGEMENT_PORT
    check_port "$AEGLE_DICOM_BIND" AEGLE_DICOM_PORT
    if $dicom_tls; then
        check_port "$AEGLE_DICOM_BIND" AEGLE_DICOM_TLS_PORT
    fi
    if $own_database; then
        check_port 127.0.0.1 AEGLE_DB_PORT
    fi
    if $tls; then
        check_port "$AEGLE_BIND" AEGLE_HTTPS_PORT
    fi
}

check_port() {
    ! is_listening "$1" "${!2}" ||
        fail "Port ${!2} is taken: another program listens on $1:${!2}. Stop it, or choose another port with $2."
}
