package stet.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Content that comes too slowly, for too long, or too much of it. */
class PacedTest {
  private long now;

  /** Gives so many bytes at a time, each time after so many milliseconds. */
  private InputStream source(int size, int piece, long millis) {
    return new ByteArrayInputStream(new byte[size]) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        now += millis * 1_000_000;
        return super.read(into, offset, Math.min(piece, length));
      }
    };
  }

  @Test
  void whatComesFastEnoughIsReadToItsEnd() throws IOException {
    assertThat(new Paced(source(2_000, 101, 1_000), () -> now).readAllBytes()).hasSize(2_000);
    // However slow it is, a little is waited for.
    assertThat(new Paced(source(5, 1, 1_000), () -> now).readAllBytes()).hasSize(5);
  }

  @Test
  void whatComesTooSlowlyIsRefused() {
    assertThatThrownBy(() -> new Paced(source(2_000, 99, 1_000), () -> now).readAllBytes())
        .isInstanceOfSatisfying(HttpProblem.class, e -> assertThat(e.status()).isEqualTo(408));
  }

  @Test
  void timeThatIsNotSpentWaitingDoesNotCount() throws IOException {
    Paced paced = new Paced(source(100, 10, 0), () -> now);
    int read = 0;
    while (paced.read(new byte[10]) > 0) {
      now += 60_000_000_000L;
      read++;
    }
    assertThat(read).isEqualTo(10);
  }

  @Test
  void nothingIsWaitedForLongerThanAnHour() {
    Received received = new Received(source(100_000, 1_000, 60_000), 200_000, () -> now);
    assertThatThrownBy(received::readAllBytes)
        .isInstanceOfSatisfying(HttpProblem.class, e -> assertThat(e.status()).isEqualTo(408));
  }

  @Test
  void noMoreIsReadThanIsAllowed() throws IOException {
    byte[] all = new byte[1_000];
    Arrays.fill(all, (byte) 'x');
    assertThat(new Received(new ByteArrayInputStream(all), 1_000, () -> now).readAllBytes())
        .isEqualTo(all);
    assertThatThrownBy(
            () -> new Received(new ByteArrayInputStream(all), 999, () -> now).readAllBytes())
        .isInstanceOfSatisfying(HttpProblem.class, e -> assertThat(e.status()).isEqualTo(413));
  }
}
