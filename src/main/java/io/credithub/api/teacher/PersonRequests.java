package io.credithub.api.teacher;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.PastDays;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.roster.DecidePersons;
import io.credithub.flow.roster.DecidePersons.PersonRefusal;
import io.credithub.flow.roster.PersonAct.RecordName;
import io.credithub.flow.roster.Persons.Proposal;
import io.credithub.flow.roster.Persons.ProposalState;
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

    DecidePersons.PersonRequest request() {
        return new DecidePersons.PersonRequest(callers.view(), callers.caller().key());
    }

    static ProposalView done(Outcome<Proposal, PersonRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<Proposal, PersonRefusal>(Proposal proposal) ->
                    ProposalView.of(proposal);
            case Outcome.NotFound<Proposal, PersonRefusal> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
            case Outcome.Refused<Proposal, PersonRefusal>(PersonRefusal why) ->
                    throw new ProblemException(code(why));
        };
    }

    private static ProblemCode code(PersonRefusal why) {
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
        if (day == null) throw ProblemException.badParameter(name, text, ExpectedValue.DAY);
        return day;
    }

    static ProposalState state(@Nullable String name) {
        if (name == null) return ProposalState.OPEN;
        for (ProposalState state : ProposalState.values())
            if (state.name().equals(name)) return state;
        throw ProblemException.badParameter("state");
    }

    static List<RecordName> records(@Nullable List<PersonResource.RecordReference> named) {
        if (named == null || named.size() > RECORDS_MAX) {
            throw ProblemException.badParameter("records");
        }
        List<RecordName> records = new ArrayList<>(named.size());
        for (PersonResource.RecordReference one : named) {
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
