#!/bin/bash
# make-pki.sh FOLDER: the certificates of the TLS tests. A certificate authority with a server's certificate (for localhost)
# and those of two modalities, and a stranger's authority with a certificate of the first modality's name.
set -eu
mkdir -p "$1"
cd "$1"
authority() {
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/O=Aegle tests/CN=$2" -keyout "$1.key" -out "$1.pem"
}
# certificate NAME SUBJECT AUTHORITY
certificate() {
    openssl req -newkey rsa:2048 -nodes -subj "$2" -keyout "$1.key" -out "$1.csr"
    openssl x509 -req -days 30 -in "$1.csr" -CA "$3.pem" -CAkey "$3.key" -CAcreateserial -out "$1.pem" \
        -extfile <(printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n')
}
{
    authority ca "Hospital"
    authority stranger "Stranger"
    certificate server "/O=Aegle tests/CN=localhost" ca
    certificate modality1 "/O=Aegle tests/CN=MODALITY1" ca
    certificate modality2 "/O=Aegle tests/CN=MODALITY2" ca
    certificate impostor "/O=Aegle tests/CN=MODALITY1" stranger
    openssl pkcs12 -export -in server.pem -inkey server.key -certfile ca.pem -passout pass:changeit -out server.p12
} >make-pki.log 2>&1
