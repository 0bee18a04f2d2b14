package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.testing.ApartFromOthers;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of one record the database lets one content count, whatever the code believes.
@ApartFromOthers
final class OneInForceIT {
    private static final String IN_FORCE =
            "select version_no from completion where record_id = 'twice' and state = 1";

    @TempDir static Path home;

    private static LawRegistry registry;
    private static PlantedBreaks rows;

    @BeforeAll
    static void start() throws SQLException, IOException {
        registry = new LawRegistry(home, Vertx.vertx());
        rows = new PlantedBreaks(registry);
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    @BeforeEach
    void plant() throws SQLException {
        registry.empty();
        rows.begin();
        rows.plantRecord("twice", "state = 1");
    }

    @Test
    void aSecondContentIsNotTakenInForce() throws SQLException {
        assertThatThrownBy(() -> rows.again("twice", 1)).hasMessageContaining("one record");
        rows.again("twice", 3);
        assertThatThrownBy(() -> rows.change("twice", "state = 1"))
                .hasMessageContaining("one record");
        assertThat(registry.rows(IN_FORCE)).containsExactly("1|");
    }

    @Test
    void oneTakesThePlaceOfTheOther() throws SQLException {
        rows.again("twice", 3);
        rows.change("twice", "state = case version_no when 1 then 3 else 1 end");
        assertThat(registry.rows(IN_FORCE)).containsExactly("2|");
    }
}
