package stet.cli.print;

import java.util.List;
import stet.app.takedown.TakedownPlan;
import stet.app.takedown.Takedowns;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.withhold.Withheld;
import stet.withhold.Withheld.Scope;

/** Says what became of takedowns. */
public final class WithholdPrinter {
  private final Console console;

  public WithholdPrinter(Console console) {
    this.console = console;
  }

  /** One line of the list. */
  public void listed(Withheld mark) {
    console
        .out()
        .println(
            Plain.line(
                mark.id()
                    + "  "
                    + mark.words()
                    + "  "
                    + what(mark)
                    + (mark.erased() == null ? "" : "  erased " + mark.erased())
                    + (mark.note().isEmpty() ? "" : "  " + mark.note())));
  }

  private static String what(Withheld mark) {
    return switch (mark.scope()) {
      case ARTICLE -> "'" + mark.article() + "'";
      case VERSION -> "what was version " + mark.version() + " of '" + mark.article() + "'";
      case PASSAGE -> "a passage of '" + mark.article() + "'";
    };
  }

  /** What was withheld. */
  public void withheld(Takedowns.Done done, TakedownPlan plan) {
    done.damage().forEach(console::say);
    print(
        "withheld as number "
            + done.mark().id()
            + " ("
            + done.mark().words()
            + "): "
            + what(done.mark())
            + ", which "
            + (plan.mark().scope() == Scope.PASSAGE ? "stood in " : "is ")
            + plan.versions()
            + " of "
            + Plain.count(plan.all(), "version"));
    reports();
  }

  /** What is shown again. */
  public void lifted(Takedowns.Done done) {
    done.damage().forEach(console::say);
    print("lifted: " + what(done.mark()) + " is shown again");
    reports();
  }

  /** What a person is asked before anything is erased. */
  public void question(Withheld mark) {
    String records =
        mark.scope() == Scope.PASSAGE
            ? "each page that holds the passage is erased whole, with the rest of its text;"
                + " feeds that quote it, too"
            : "each page that showed it is erased";
    console.say("this erases for good " + what(mark) + ": " + records);
    console.say(
        "digests, addresses and times stay, so that it can be checked that something was there;"
            + " notes on it and alerts about it go, too");
    console.say("type 'yes' to erase it");
  }

  /** What was erased. */
  public void erased(Takedowns.Erased erased) {
    erased.done().damage().forEach(console::say);
    print(
        "erased as number "
            + erased.done().mark().id()
            + " ("
            + erased.done().mark().words()
            + "): "
            + what(erased.done().mark())
            + "; "
            + Plain.count(erased.records(), "record")
            + " replaced by tombstones");
    if (erased.shared() > 0) {
      console.say(
          Plain.count(erased.shared(), "capture")
              + " kept their bytes, since pages that nothing withholds have the same ones");
    }
    if (erased.elsewhere() > 0) {
      console.say(
          Plain.count(erased.elsewhere(), "capture")
              + " of other articles have these words, too: name those articles as well");
    }
    List<String> left = erased.left();
    left.forEach(console::say);
    reports();
    console.say("copies that were exported, sent or backed up are out of reach");
  }

  private void reports() {
    console.say("reports that were written are brought up to date by the next 'stet report'");
  }

  private void print(String line) {
    console.out().println(Plain.line(line));
  }
}
