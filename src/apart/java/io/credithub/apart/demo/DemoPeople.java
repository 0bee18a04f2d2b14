package io.credithub.apart.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.credithub.demo.Province;
import io.credithub.demo.answer.DeclaredMonth;
import io.credithub.demo.injected.EnrolmentList;
import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.injected.OfficialProgramme;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.domain.Hundredths;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What people do in the demo where something is planted: they say who is enrolled, decide school
/// years, lend credits and withdraw programmes between what came in time and what comes later, and
/// declare months. A month was declared, and credits lent, years before.
final class DemoPeople {
    private static final int AT_ONCE = 4;
    private static final String OWNER = "province-platform";

    private final DemoRegistrar registrar;
    private final Province province;
    private final PrintWriter out;

    DemoPeople(DemoRegistrar registrar, Province province, PrintWriter out) {
        this.registrar = registrar;
        this.province = province;
        this.out = out;
    }

    /// Before anything has come.
    void actEarly() {
        List<InjectedCase> lent = cases(one -> one.kind().isLent() && one.kind().isEarly());
        all(lent.stream().map(one -> () -> registrar.lend(teacher(one), one.year())));
        List<DeclaredMonth> months =
                province.declared().stream().filter(DeclaredMonth::isEarly).toList();
        all(months.stream().map(month -> () -> declare(month)));
        out.printf("往年借入 loans of before: %,d, 早报月度合计 early: %,d%n", lent.size(), months.size());
    }

    /// Once all that is in time has come.
    void act() {
        List<EnrolmentList> lists = province.lists().toList();
        all(lists.stream().map(list -> () -> enrol(list)));
        List<InjectedCase> decided = cases(one -> one.kind().isDecided());
        all(decided.stream().map(one -> () -> registrar.decide(teacher(one), one.year())));
        List<InjectedCase> lent = cases(one -> one.kind().isLent() && !one.kind().isEarly());
        all(lent.stream().map(one -> () -> registrar.lend(teacher(one), one.year())));
        List<String> faked = faked();
        faked.forEach(registrar::withdraw);
        out.printf(
                "花名表 enrolment lists: %,d, 审定学年 years decided: %,d, 借入 loans: %,d,"
                        + " 撤销项目 programmes withdrawn: %,d%n",
                lists.size(), decided.size(), lent.size(), faked.size());
    }

    /// Once everything has come.
    void declare() {
        List<DeclaredMonth> months = province.declared();
        all(months.stream().map(month -> () -> declare(month)));
        long wrong = months.stream().filter(month -> !month.isRight()).count();
        out.printf("月度合计 months declared: %,d, 有误 wrong: %,d%n", months.size(), wrong);
    }

    private List<String> faked() {
        return province.registered()
                .filter(OfficialProgramme::isWithdrawn)
                .flatMap(one -> Stream.ofNullable(one.programme().code()))
                .toList();
    }

    private List<InjectedCase> cases(Predicate<InjectedCase> which) {
        return province.cases().filter(which).toList();
    }

    private static String teacher(InjectedCase planted) {
        return planted.teacher().number();
    }

    private void enrol(EnrolmentList list) {
        Programme training = list.training();
        String asked =
                "programme=%s&name=%s&startsOn=%s&endsOn=%s&feed=%s"
                        .formatted(
                                training.code(),
                                URLEncoder.encode(training.name(), StandardCharsets.UTF_8),
                                training.startedOn(),
                                training.completedOn(),
                                OWNER);
        StringBuilder csv = new StringBuilder("teacher_no,name\n");
        for (SimulatedTeacher one : list.enrolled()) {
            csv.append(one.number()).append(',').append(one.name()).append('\n');
        }
        registrar.enrol(asked, csv.toString());
    }

    private void declare(DeclaredMonth month) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        registrar.declare(
                json.objectNode()
                        .put("feed", month.system().feed())
                        .put("month", month.month().toString())
                        .put("records", month.records())
                        .put("persons", month.persons())
                        .put("hours", Hundredths.text(month.hourHundredths())));
    }

    /// A few at a time, and all of them.
    private static void all(Stream<Runnable> acts) {
        try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
            List<? extends Future<?>> under = acts.map(hands::submit).toList();
            for (Future<?> one : under) {
                try {
                    one.get();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while people act", stop);
                } catch (ExecutionException failure) {
                    throw new IllegalStateException(failure.getCause());
                }
            }
        }
    }
}
