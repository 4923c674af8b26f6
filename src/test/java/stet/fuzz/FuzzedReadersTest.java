package stet.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader of foreign bytes holds its contract for a fixed number of inputs, the same ones in
 * every run. {@code bench/fuzz} tries more.
 */
class FuzzedReadersTest {
  @TempDir static Path scratch;

  static Stream<FuzzTarget> targets() {
    return FuzzTargets.all(scratch).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void readsAnything(FuzzTarget target) throws IOException {
    new FuzzRun(target).run(target.inputs());
  }
}
