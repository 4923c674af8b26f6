package stet.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import stet.HandClock;
import stet.cli.console.Console;

class BackfillPrinterTest {
  private static final String URL = "https://portaldercourier.example/bridge";

  private final StringWriter said = new StringWriter();
  private final HandClock clock = new HandClock(Instant.parse("2026-03-14T06:00:00Z"));

  @Test
  void saysFromTheFirstSecondWhatItWaitsForAndAtMostALineInTenSeconds() {
    BackfillPrinter steps = new BackfillPrinter(console(), "local", false);
    steps.asking(URL);
    for (int done = 0; done <= 30; done++) {
      steps.step(URL, done, 30);
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(said.toString().lines())
        .containsExactly(
            "stet: asking local what it has of '" + URL + "'",
            "stet: 30 captures listed of '" + URL + "'",
            "stet: 10 of 30 done of '" + URL + "'",
            "stet: 20 of 30 done of '" + URL + "'");
  }

  private Console console() {
    PrintWriter err = new PrintWriter(said);
    return new Console(InputStream.nullInputStream(), err, err, clock, false, false);
  }
}
