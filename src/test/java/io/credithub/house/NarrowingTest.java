package io.credithub.house;

import static java.lang.classfile.Opcode.D2F;
import static java.lang.classfile.Opcode.D2I;
import static java.lang.classfile.Opcode.D2L;
import static java.lang.classfile.Opcode.F2I;
import static java.lang.classfile.Opcode.F2L;
import static java.lang.classfile.Opcode.I2B;
import static java.lang.classfile.Opcode.I2C;
import static java.lang.classfile.Opcode.I2S;
import static java.lang.classfile.Opcode.L2I;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// No cast loses a bit: a number that outgrew its type must not come back as another one. What
/// narrows a number refuses one that does not fit (`domain.Narrow`, [Math#toIntExact]) or says that
/// it cuts ([Math#clamp]).
final class NarrowingTest {
    private static final List<Path> CLASSES =
            List.of(Path.of("target/classes"), Path.of("target/apart-classes"));
    private static final Set<String> WHERE_IT_IS_CHECKED = Set.of("io/credithub/domain/Narrow");
    private static final Set<Opcode> NARROWING =
            EnumSet.of(L2I, I2B, I2C, I2S, D2I, D2L, D2F, F2I, F2L);

    /// A column that has grown comes back cut from the first two.
    private static final Set<String> CUTTING =
            Set.of(
                    "io/vertx/mutiny/sqlclient/Row.getShort",
                    "io/vertx/sqlclient/Row.getShort",
                    "java/lang/Long.intValue",
                    "java/lang/Long.shortValue",
                    "java/lang/Integer.shortValue",
                    "java/lang/Number.intValue",
                    "java/lang/Number.shortValue",
                    "java/math/BigDecimal.intValue",
                    "java/math/BigDecimal.longValue",
                    "java/math/BigInteger.intValue",
                    "java/math/BigInteger.longValue");

    @Test
    void noCastLosesABit() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root : CLASSES) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    found.addAll(narrowing(ClassFile.of().parse(file)));
                }
            }
        }
        assertThat(found).as("casts that may lose a bit: see domain.Narrow").isEmpty();
    }

    @Test
    void aCastThatLosesABitIsSeen() throws IOException {
        String file = Narrows.class.getName().replace('.', '/') + ".class";
        try (var in = NarrowingTest.class.getClassLoader().getResourceAsStream(file)) {
            assertThat(in).isNotNull();
            assertThat(narrowing(ClassFile.of().parse(in.readAllBytes())))
                    .hasSize(4)
                    .allMatch(line -> line.contains("Narrows.java:"));
        }
    }

    private static List<String> narrowing(ClassModel type) {
        if (WHERE_IT_IS_CHECKED.contains(type.thisClass().asInternalName())) return List.of();
        List<String> found = new ArrayList<>();
        for (MethodModel method : type.methods()) {
            method.code()
                    .ifPresent(code -> {
                        int line = 0;
                        for (CodeElement element : code) {
                            if (element instanceof LineNumber number) line = number.line();
                            String how = narrows(element);
                            if (how != null) found.add(place(type, line) + " " + how);
                        }
                    });
        }
        return found;
    }

    private static @Nullable String narrows(CodeElement element) {
        return switch (element) {
            case ConvertInstruction cast when NARROWING.contains(cast.opcode()) ->
                    cast.opcode().name();
            case InvokeInstruction call
                    when CUTTING.contains(
                            call.owner().asInternalName() + "." + call.name().stringValue()) ->
                    call.name().stringValue();
            default -> null;
        };
    }

    private static String place(ClassModel type, int line) {
        String name = type.thisClass().asInternalName().replaceFirst("\\$.*", "");
        return name + ".java:" + line;
    }
}
