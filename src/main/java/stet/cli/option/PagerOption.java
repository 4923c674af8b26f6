package stet.cli.option;

import picocli.CommandLine.Option;
import stet.cli.console.Console;
import stet.cli.console.Pager;

/** Whether long output is shown page by page. */
public final class PagerOption {
  @Option(
      names = "--no-pager",
      description = "Do not show the output through $PAGER; it is used on a terminal only.")
  private boolean none;

  public Pager open(Console console) {
    return none ? Pager.none(console) : Pager.open(console, System.getenv());
  }
}
