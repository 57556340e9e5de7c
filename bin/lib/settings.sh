# shellcheck shell=bash
# The environment of CONTRACT: defaults filled in, secrets read from files, everything exported to the server.

# A secret may be given as NAME or as a file whose path is in NAME_FILE.
readonly secret_names=(AEGLE_ADMIN_PASSWORD AEGLE_DEMO_PASSWORD AEGLE_DB_PASSWORD AEGLE_S3_SECRET_KEY
    AEGLE_TLS_KEYSTORE_PASSWORD AEGLE_DICOM_TLS_KEYSTORE_PASSWORD)

read_settings() {
    export AEGLE_HOME=${AEGLE_HOME:-$root/data}
    export AEGLE_BIND=${AEGLE_BIND:-127.0.0.1}
    export AEGLE_HTTP_PORT=${AEGLE_HTTP_PORT:-8080}
    export AEGLE_HTTPS_PORT=${AEGLE_HTTPS_PORT:-8443}
    export AEGLE_DICOM_BIND=${AEGLE_DICOM_BIND:-127.0.0.1}
    export AEGLE_DICOM_PORT=${AEGLE_DICOM_PORT:-11112}
    export AEGLE_DICOM_TLS_PORT=${AEGLE_DICOM_TLS_PORT:-2762}
    export AEGLE_AE_TITLE=${AEGLE_AE_TITLE:-AEGLE}
    export AEGLE_MANAGEMENT_PORT=${AEGLE_MANAGEMENT_PORT:-9990}
    export AEGLE_DB_PORT=${AEGLE_DB_PORT:-15432}
    export AEGLE_DEMO=$demo
    read_secrets
    own_database=false
    [[ -n ${AEGLE_DB_URL-} ]] || own_database=true
    tls=false
    [[ -z ${AEGLE_TLS_KEYSTORE-} ]] || tls=true
    dicom_tls=$tls
    [[ -z ${AEGLE_DICOM_TLS_KEYSTORE-} ]] || dicom_tls=true
    export AEGLE_HTTP_BIND=$AEGLE_BIND
    if $tls; then
        # Passwords and images never leave this machine in clear text; health probes and proxies here still can ask.
        AEGLE_HTTP_BIND=127.0.0.1
    fi
}

read_secrets() {
    local name file
    for name in "${secret_names[@]}"; do
        file=${name}_FILE
        file=${!file-}
        if [[ -n $file ]]; then
            [[ -r $file ]] || fail "${name}_FILE names $file, which cannot be read."
            export "$name=$(head -n 1 "$file")"
        fi
    done
}

is_loopback() {
    [[ $1 == localhost || $1 == ::1 || $1 =~ ^127\.[0-9]+\.[0-9]+\.[0-9]+$ ]]
}

address() {
    local host=$AEGLE_BIND
    [[ $host != *:* ]] || host="[$host]"
    [[ $host != 0.0.0.0 && $host != "[::]" ]] || host=$(hostname)
    [[ $host != 127.0.0.1 ]] || host=localhost
    if $tls; then
        echo "https://$host:$AEGLE_HTTPS_PORT/"
    else
        echo "http://$host:$AEGLE_HTTP_PORT/"
    fi
}
