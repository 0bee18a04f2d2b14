package io.credithub.app.route;

/// What can be wrong with a route. A code is never used again for something else.
enum RouteCode {
    UNUSABLE("HUB-4412"),
    NO_ROUTE("HUB-4413"),
    NO_FOLDER("HUB-4414"),
    SAME_PLACE("HUB-4417");

    private final String code;

    RouteCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
