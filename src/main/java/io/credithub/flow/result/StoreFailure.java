package io.credithub.flow.result;

/// A statement that the database did not carry out, by its SQLSTATE. The words are ours: those of
/// the database may quote a person's values, and stay with the cause.
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sqlState;

    /// @param where the table and constraint, as far as the database names them; may be empty
    public StoreFailure(String sqlState, String where, Throwable cause) {
        super("SQLSTATE " + sqlState + (where.isEmpty() ? "" : " (" + where + ")"), cause);
        this.sqlState = sqlState;
    }

    /// Five characters; the first two are the class.
    public String sqlState() {
        return sqlState;
    }
}
