package stet.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Curves equal those of R 4.2.2 with survival 3.5-3. {@code reference.R} beside the tables is what
 * made them.
 */
class ReferenceTest {
  private static final double CLOSE = 1e-6;

  private static List<double[]> table(String name) throws IOException {
    try (InputStream in = ReferenceTest.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split("\t")).mapToDouble(ReferenceTest::number).toArray())
          .toList();
    }
  }

  private static double number(String cell) {
    return switch (cell) {
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "NA" -> Double.NaN;
      default -> Double.parseDouble(cell);
    };
  }

  static List<Censored> observed(String name) throws IOException {
    return table(name + "-observed.tsv").stream().map(r -> new Censored(r[0], r[1])).toList();
  }

  /**
   * R puts the mass of a stretch into its middle, which is where its ages lie; by then all of it is
   * counted that may have happened.
   */
  @ParameterizedTest
  @ValueSource(strings = {"lung", "cosmesis", "made-up"})
  void survivalAndIntervalsAreThoseOfR(String name) throws IOException {
    EventCurve curve = ExactCurves.of(observed(name));
    List<double[]> rows = table(name + "-survfit.tsv");
    assertThat(rows).hasSizeGreaterThan(5);
    for (double[] row : rows) {
      Reached reached = curve.at(row[0]).orElseThrow();
      assertThat(1 - reached.high()).as("survival at %s", row[0]).isCloseTo(row[1], within(CLOSE));
      assertThat(1 - reached.interval().high())
          .as("low at %s", row[0])
          .isCloseTo(row[2], within(CLOSE));
      Reached after = name.equals("lung") ? reached : afterStretch(curve, row[0]);
      assertThat(1 - after.interval().low())
          .as("high at %s", row[0])
          .isCloseTo(row[3], within(CLOSE));
    }
  }

  /** Where the stretch in which an age lies has ended. */
  private static Reached afterStretch(EventCurve curve, double age) {
    return curve.points().stream().filter(p -> p.age() >= age).findFirst().orElseThrow();
  }

  /** Printed by R for {@code survfit(Surv(time, status) ~ 1, lung, conf.type = "log-log")}. */
  @Test
  void medianIsThatOfR() throws IOException {
    assertThat(ExactCurves.of(observed("lung")).quantile(0.5))
        .isEqualTo(
            new Quantile(OptionalDouble.of(310), OptionalDouble.of(284), OptionalDouble.of(361)));
  }

  /** As often printed for radiotherapy alone, for one by Gentleman and Geyer (1994). */
  @Test
  void cosmesisHasTheMassesOfTheLiterature() throws IOException {
    Turnbull curve =
        new Turnbull(new Observations(PropertiesOfCurves.counted(observed("cosmesis"))));
    double[][] known = {
      {4, 5, 0.0463},
      {6, 7, 0.0334},
      {7, 8, 0.0887},
      {11, 12, 0.0708},
      {24, 25, 0.0926},
      {33, 34, 0.0818},
      {38, 40, 0.1209},
      {46, 48, 0.4656}
    };
    List<double[]> masses = curve.masses();
    assertThat(masses).hasSize(known.length);
    for (int k = 0; k < known.length; k++) {
      assertThat(masses.get(k)).containsExactly(known[k], within(5.1e-5));
    }
  }
}
