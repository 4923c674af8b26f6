package stet.cli.console;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import stet.track.Progress;

/** A progress bar on standard error; nothing at all where nobody watches. */
public final class ProgressLine implements Progress, AutoCloseable {
  private final @Nullable ProgressBar bar;

  /**
   * @param total how much there is to do, -1 where that is not known
   */
  public ProgressLine(Console console, String task, long total) {
    // The library writes control sequences wherever it is told to, so it is not asked off a
    // terminal.
    bar =
        console.terminal()
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .clearDisplayOnFinish()
                .build()
            : null;
  }

  @Override
  public void advance(long done) {
    if (bar != null) {
      bar.stepBy(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
