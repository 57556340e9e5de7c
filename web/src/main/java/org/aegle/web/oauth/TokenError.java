package org.aegle.web.oauth;

/** Why there is no token, in the words of RFC 6749 5.2. */
class TokenError extends RuntimeException {
    static final String INVALID_CLIENT = "invalid_client";

    private final String code;

    TokenError(String code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    /** 401 where the client is not who it says, else 400. */
    int status() {
        return code.equals(INVALID_CLIENT) ? 401 : 400;
    }
}
