package io.credithub.flow.delivery;

import io.credithub.domain.Text;
import io.credithub.flow.delivery.Difference.What;
import java.util.List;

/// Puts the differences of a delivery into words.
final class Differences {
    private Differences() {}

    static Difference records(long declared, DeliveryStatus of, List<Long> rejected) {
        long received = of.records().received();
        Text text =
                received < declared
                        ? new Text("申报的记录未全部收到", "not all declared records were received")
                        : new Text("收到的记录多于申报", "more records were received than declared");
        return new Difference(
                What.RECORDS,
                text,
                Long.toString(declared),
                Long.toString(received),
                rejected,
                of.records().rejected());
    }

    static Difference persons(long declared, DeliveryStatus of, List<Long> rejected) {
        return new Difference(
                What.PERSONS,
                new Text(
                        "申报人数与收到人数不一致,被拒记录的人员可能未计",
                        "persons differ; those of rejected records may be missing"),
                Long.toString(declared),
                Long.toString(of.persons().received()),
                rejected,
                of.records().rejected());
    }

    static Difference hours(Hours declared, DeliveryStatus of, List<Long> rejected) {
        return new Difference(
                What.HOURS,
                new Text(
                        "申报学时与收到学时不一致,被拒记录的学时未计",
                        "hours differ; those of rejected records are not counted"),
                declared.toString(),
                of.hours().received().toString(),
                rejected,
                of.records().rejected());
    }
}
