package io.credithub.api.teacher;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.Expected;
import io.credithub.api.problem.PastDays;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.roster.DecidePersons;
import io.credithub.flow.roster.DecidePersons.Answer;
import io.credithub.flow.roster.PersonAct.RecordName;
import io.credithub.flow.roster.Persons.State;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Requests about who is who, read and answered: what they have in common.
@Singleton
final class PersonRequests {
    private static final int NUMBER_LENGTH_MAX = 64;
    private static final int RECORDS_MAX = 5_000;
    private static final int RECORD_ID_LENGTH_MAX = 200;

    private final Callers callers;

    PersonRequests(Callers callers) {
        this.callers = callers;
    }

    DecidePersons.Request request() {
        return new DecidePersons.Request(callers.view(), callers.caller().key());
    }

    static ProposalView done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> ProposalView.of(done.proposal());
            case Answer.Nobody _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            case Answer.Not not -> throw new ProblemException(code(not.why()));
        };
    }

    private static ProblemCode code(DecidePersons.Why why) {
        return switch (why) {
            case OWN_PROPOSAL -> ProblemCode.OWN_PROPOSAL;
            case NOT_OPEN -> ProblemCode.PROPOSAL_DECIDED;
            case NUMBER_TAKEN -> ProblemCode.NUMBER_TAKEN;
            case ONE_PERSON -> ProblemCode.ONE_PERSON;
            case HAS_FILE -> ProblemCode.BANK_FILE_STAYS;
            case NOT_THEIR_RECORD -> ProblemCode.NOT_THEIR_RECORD;
        };
    }

    /// A teacher number as the roster takes it.
    static String number(@Nullable String text, String name) {
        boolean isNumber =
                text != null
                        && !text.isBlank()
                        && text.strip().equals(text)
                        && text.length() <= NUMBER_LENGTH_MAX
                        && text.chars().noneMatch(Character::isISOControl);
        if (text == null || !isNumber) throw ProblemException.badParameter(name);
        return text;
    }

    static @Nullable LocalDate day(@Nullable String text, String name) {
        if (text == null) return null;
        LocalDate day = PastDays.day(text);
        if (day == null) throw ProblemException.badParameter(name, text, Expected.DAY);
        return day;
    }

    static State state(@Nullable String name) {
        if (name == null) return State.OPEN;
        for (State state : State.values()) if (state.name().equals(name)) return state;
        throw ProblemException.badParameter("state");
    }

    static List<RecordName> records(@Nullable List<PersonResource.Named> named) {
        if (named == null || named.size() > RECORDS_MAX) {
            throw ProblemException.badParameter("records");
        }
        List<RecordName> records = new ArrayList<>(named.size());
        for (PersonResource.Named one : named) {
            String feed = one == null ? null : one.feed();
            String id = one == null ? null : one.recordId();
            if (feed == null || id == null || id.length() > RECORD_ID_LENGTH_MAX) {
                throw ProblemException.badParameter("records");
            }
            records.add(new RecordName(feed, id));
        }
        return records;
    }
}
