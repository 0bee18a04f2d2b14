package io.credithub.domain.reconcile;

import io.credithub.domain.Text;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people can do about a break. What a run does is not among it: it opens, changes and closes
/// by itself.
public enum BreakAction {
    /// Gives it to a key, a role or a person, or to nobody.
    ASSIGN("指派", "give it to somebody"),
    COMMENT("备注", "add a remark"),
    /// It may stay as it is. It is open again once its amounts change.
    ACCEPT("认可", "accept it as it is"),
    /// The source is to correct it: it stays open, is the source's move, and closes by itself when
    /// a run does not find it any more.
    CORRECT_AT_SOURCE("由来源更正", "have the source correct it"),
    /// It is somebody else's move than the code says.
    CHANGE_OWNER("变更责任方", "say whose move it is"),
    /// What its record earns is decided by people: that takes amounts and perhaps a second person,
    /// so it has a way of its own (`flow.adjustment`).
    ADJUST("调整学分", "adjust what its record earns"),
    /// What was accepted or adjusted is looked at again.
    REOPEN("重新打开", "open it again");

    private final Text text;

    BreakAction(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }

    /// Whether it is done by saying so, alone or about many. An adjustment takes amounts, too.
    public boolean isDeed() {
        return this != ADJUST;
    }

    /// Whether somebody has to say why. Only giving it to somebody explains itself.
    public boolean needsReason() {
        return this != ASSIGN;
    }

    /// What can be done in a state. A break that a run has closed, or that is for information only,
    /// is nobody's move: whether there is a difference, runs say alone.
    public static Set<BreakAction> possible(BreakState state) {
        return switch (state) {
            case OPEN ->
                    EnumSet.of(ASSIGN, COMMENT, ACCEPT, CORRECT_AT_SOURCE, CHANGE_OWNER, ADJUST);
            case ACCEPTED -> EnumSet.of(COMMENT, ADJUST, REOPEN);
            case CORRECTED -> EnumSet.of(COMMENT);
            case TOLD -> EnumSet.of(COMMENT, ADJUST);
        };
    }

    /// The states in which it can be done.
    public Set<BreakState> states() {
        Set<BreakState> states = EnumSet.noneOf(BreakState.class);
        for (BreakState state : BreakState.values()) {
            if (possible(state).contains(this)) states.add(state);
        }
        return states;
    }

    /// Where it leads.
    ///
    /// @throws IllegalArgumentException if it is not possible there: a caller's bug
    public BreakState from(BreakState state) {
        if (!possible(state).contains(this)) throw new IllegalArgumentException(this + " " + state);
        return switch (this) {
            case ASSIGN, COMMENT, CORRECT_AT_SOURCE, CHANGE_OWNER, ADJUST -> state;
            case ACCEPT -> BreakState.ACCEPTED;
            case REOPEN -> BreakState.OPEN;
        };
    }

    /// Whose move it is afterwards.
    ///
    /// @param said by whoever changes it
    /// @return null: whose it was
    public @Nullable BreakOwner owner(@Nullable BreakOwner said) {
        return switch (this) {
            case CORRECT_AT_SOURCE -> BreakOwner.SOURCE;
            case CHANGE_OWNER -> said;
            case ASSIGN, COMMENT, ACCEPT, ADJUST, REOPEN -> null;
        };
    }
}
