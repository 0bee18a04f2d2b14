package io.credithub.source.pull;

/// The source no longer takes the access token. The routes' common configuration answers by a new
/// one, once.
public final class SignInAgain extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SignInAgain() {
        super("the source refuses the access token", null, false, false);
    }
}
