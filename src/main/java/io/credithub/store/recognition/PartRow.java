package io.credithub.store.recognition;

import io.credithub.domain.Sha256;
import io.credithub.flow.recognition.ClaimText;
import io.credithub.flow.teacher.Sealing;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Immutable;

/// A teacher's part in a claim: the number as a keyed digest, by which claims of one work are
/// found.
@Entity
@Immutable
@Table(name = "recognition_teacher")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // read by Hibernate
class PartRow {
    @EmbeddedId private PartId id;

    private byte[] teacher;

    /// @param no from 1
    @Embeddable
    record PartId(@Column(name = "recognition_id") long claim, int revision, int no) {}

    /// For Hibernate.
    PartRow() {}

    static List<PartRow> of(Sealing sealing, long claim, int revision, ClaimText text) {
        List<PartRow> rows = new ArrayList<>();
        for (String number : text.teacherNos()) {
            PartRow row = new PartRow();
            row.id = new PartId(claim, revision, rows.size() + 1);
            row.teacher = keyed(sealing, number);
            rows.add(row);
        }
        return rows;
    }

    /// The same for one number whatever else changes.
    static byte[] keyed(Sealing sealing, String teacherNo) {
        return sealing.keyed(Sha256.of("recognition-teacher/" + teacherNo));
    }
}
