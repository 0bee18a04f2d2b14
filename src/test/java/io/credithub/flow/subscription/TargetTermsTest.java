package io.credithub.flow.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.subscription.DispatchTarget.TargetKind;
import io.credithub.flow.subscription.Subscription.SendAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetTermsTest {
    private static final String KEY = "0123456789ab";

    private static TargetTerms terms(TargetKind kind, boolean takesPersons, String... keys) {
        return new TargetTerms(
                kind,
                List.of(new Jurisdiction("140100"), new Jurisdiction("140200")),
                Set.of(keys),
                takesPersons,
                Set.of("edu.example.cn"));
    }

    private static ReportWish wish(ReportName name, String division) {
        return new ReportWish(
                name,
                new Jurisdiction(division),
                null,
                Map.of(),
                ReportFormat.CSV,
                ReportLanguage.ZH);
    }

    private static SendAddress to(String... recipients) {
        return new SendAddress("there", List.of(recipients));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "140105, , of a city that it is open to",
        "140100, , the city itself",
        "140200, , another one",
        "140300, TARGET_CLOSED, a city that it is not open to",
        "140000, TARGET_CLOSED, more than it is open to"
    })
    void onlyOpenDivisionsGoThere(String division, SendRefusal why, String because) {
        TargetTerms terms = terms(TargetKind.FOLDER, false);
        assertThat(terms.refusal(KEY, wish(ReportName.STATEMENT, division), to()).orElse(null))
                .as(because)
                .isEqualTo(why);
    }

    @Test
    void onlyOpenKeysUseIt() {
        ReportWish wish = wish(ReportName.STATEMENT, "140105");
        assertThat(terms(TargetKind.FOLDER, false, KEY).refusal(KEY, wish, to())).isEmpty();
        assertThat(terms(TargetKind.FOLDER, false, "ba9876543210").refusal(KEY, wish, to()))
                .contains(SendRefusal.TARGET_CLOSED);
    }

    @Test
    void personsGoOnlyWhereTheOperatorSaysSo() {
        ReportWish wish = wish(ReportName.TEACHERS, "140105");
        assertThat(terms(TargetKind.SFTP, false).refusal(KEY, wish, to()))
                .contains(SendRefusal.PERSONS);
        assertThat(terms(TargetKind.SFTP, true).refusal(KEY, wish, to())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a@edu.example.cn                  | true  | allowed
                    A.b+c@EDU.example.cn              | true  | domains have no case
                    a@edu.example.cn b@edu.example.cn | true  | two
                    a@example.cn                      | false | another domain
                    a@sub.edu.example.cn              | false | below is another
                    a@edu.example.cn b@example.com    | false | one of two
                    a@b@edu.example.cn                | false | no address
                    <a@edu.example.cn>                | false | no address
                    """)
    void mailGoesOnlyToAllowedDomains(String recipients, boolean isAllowed, String why) {
        String[] all = Arrays.stream(recipients.split(" ")).toArray(String[]::new);
        boolean refused =
                terms(TargetKind.MAIL, false)
                        .refusal(KEY, wish(ReportName.STATEMENT, "140105"), to(all))
                        .isPresent();
        assertThat(!refused).as(why).isEqualTo(isAllowed);
    }

    @Test
    void mailHasRecipientsAndNothingElseHasAny() {
        ReportWish wish = wish(ReportName.STATEMENT, "140105");
        assertThat(terms(TargetKind.MAIL, false).refusal(KEY, wish, to()))
                .contains(SendRefusal.RECIPIENTS);
        assertThat(terms(TargetKind.FOLDER, false).refusal(KEY, wish, to("a@edu.example.cn")))
                .contains(SendRefusal.RECIPIENTS);
    }
}
