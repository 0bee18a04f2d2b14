package io.credithub.flow.subscription;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.subscription.DispatchTarget.TargetKind;
import io.credithub.flow.subscription.Subscription.SendAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What may be sent somewhere, and by whom, as the operator has said.
///
/// @param divisions reports of these and what belongs to them
/// @param keys ids; empty: of whatever key
/// @param takesPersons whether reports that may name persons go there
/// @param domains of recipients, in lower case; for mail only
public record TargetTerms(
        TargetKind kind,
        List<Jurisdiction> divisions,
        Set<String> keys,
        boolean takesPersons,
        Set<String> domains) {
    public static final int RECIPIENTS_MAX = 20;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9]))");

    public TargetTerms {
        divisions = List.copyOf(divisions);
        keys = Set.copyOf(keys);
        domains = Set.copyOf(domains);
    }

    /// Whether a key may have it sent there.
    ///
    /// @return empty: it may
    public Optional<SendRefusal> refusal(String owner, ReportWish wish, SendAddress address) {
        boolean isOpen = isOpenTo(owner) && divisions.stream().anyMatch(wish.within()::isWithin);
        if (!isOpen) return Optional.of(SendRefusal.TARGET_CLOSED);
        if (wish.name().namesPersons() && !takesPersons) return Optional.of(SendRefusal.PERSONS);
        return takes(address.recipients()) ? Optional.empty() : Optional.of(SendRefusal.RECIPIENTS);
    }

    public boolean isOpenTo(String owner) {
        return keys.isEmpty() || keys.contains(owner);
    }

    private boolean takes(List<String> recipients) {
        if (kind != TargetKind.MAIL) return recipients.isEmpty();
        return !recipients.isEmpty()
                && recipients.size() <= RECIPIENTS_MAX
                && recipients.stream().allMatch(this::isAllowed);
    }

    private boolean isAllowed(String recipient) {
        var address = ADDRESS.matcher(recipient);
        return address.matches() && domains.contains(address.group(1).toLowerCase(Locale.ROOT));
    }
}
