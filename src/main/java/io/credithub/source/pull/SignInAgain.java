package io.credithub.source.pull;

/// The source no longer takes the access token.
final class SignInAgain extends RuntimeException {
    private static final long serialVersionUID = 1;

    SignInAgain() {
        super("the source refuses the access token", null, false, false);
    }
}
