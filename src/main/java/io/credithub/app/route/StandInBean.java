package io.credithub.app.route;

import org.apache.camel.Exchange;

/// Stands for every bean that a route may call while routes are started on trial: whatever comes by
/// meanwhile, as the tick of a timer, changes nothing.
public final class StandInBean {
    public void open(Exchange exchange) {}

    public void ask(Exchange exchange) {}

    public void land(Exchange exchange) {}

    public void signInAgain(Exchange exchange) {}

    public void push(Exchange exchange) {}

    public void park(Exchange exchange) {}

    public void giveUp(Exchange exchange) {}

    public boolean willPass(Exchange exchange) {
        return true;
    }

    public void leave(Exchange exchange) {}

    public void waitAsAsked(Exchange exchange) {}

    public void retry(Exchange exchange) {}

    public void report(Exchange exchange) {}
}
