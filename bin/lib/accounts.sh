# shellcheck shell=bash
# Passwords that are made here: the first administrator's and that of the demo accounts.

# The administrator's generated password is kept from the first start until it has been shown, so that a start that
# fails half-way does not leave an account whose password nobody knows.
choose_passwords() {
    local keys=$AEGLE_HOME/keys
    if $demo; then
        choose_demo_password "$keys/demo-password"
    fi
    shown_password=
    if [[ -e $keys/administrator-created ]]; then
        return
    fi
    if $demo && [[ -z ${AEGLE_ADMIN_PASSWORD-} ]]; then
        export AEGLE_ADMIN_PASSWORD=$AEGLE_DEMO_PASSWORD
    elif [[ -z ${AEGLE_ADMIN_PASSWORD-} ]]; then
        [[ -e $keys/administrator-password ]] || install_secret "$keys/administrator-password" "$(random_password)"
        shown_password=$(cat "$keys/administrator-password")
        export AEGLE_ADMIN_PASSWORD=$shown_password
    fi
}

choose_demo_password() {
    if [[ -z ${AEGLE_DEMO_PASSWORD-} ]]; then
        [[ -e $1 ]] || install_secret "$1" "$(random_password)"
        AEGLE_DEMO_PASSWORD=$(cat "$1")
    fi
    export AEGLE_DEMO_PASSWORD
}

welcome() {
    say "" "Aegle is ready:  $(address)"
    say "DICOM:           $AEGLE_AE_TITLE at $AEGLE_DICOM_BIND:$AEGLE_DICOM_PORT"
    if $dicom_tls; then
        say "DICOM with TLS:  $AEGLE_AE_TITLE at $AEGLE_DICOM_BIND:$AEGLE_DICOM_TLS_PORT"
    fi
    if [[ -n $shown_password ]]; then
        say "Sign in as:      admin" "Password:        $shown_password   (shown this once; change it under Account)"
    fi
    if $demo; then
        say "Demo accounts:   admin, physician, radiologist, technologist, clerk, privacy, partner"
        say "Their password:  $AEGLE_DEMO_PASSWORD"
    fi
    say "Stop it with Ctrl-C; what it does is in $AEGLE_HOME/logs/server.log."
    touch "$AEGLE_HOME/keys/administrator-created"
    rm -f "$AEGLE_HOME/keys/administrator-password"
}
