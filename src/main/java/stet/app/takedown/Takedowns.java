package stet.app.takedown;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import stet.app.AppException;
import stet.app.CollectionHome;
import stet.app.Settings;
import stet.archive.WarcArchive;
import stet.track.Progress;
import stet.track.Rebuilder;
import stet.track.takedown.EraseTargets;
import stet.withhold.Withheld;
import stet.withhold.WithheldFile;
import stet.withhold.Withholding;

/**
 * Withholds, lifts and erases. Each of them first says in {@code withheld.json} what is to hold and
 * then makes the index anew without the words; in between nobody can read the collection, so that a
 * kill leaves nothing to be seen that should not be.
 */
public final class Takedowns {
  private final CollectionHome home;
  private final Clock clock;
  private final WithheldFile file;

  public Takedowns(CollectionHome home, Clock clock) {
    this.home = home;
    this.clock = clock;
    this.file = new WithheldFile(home.folder());
  }

  /**
   * What a takedown came to.
   *
   * @param mark the takedown, with its number
   * @param captures how many the index was made from
   * @param damage stretches of the archive that could not be read, one line each
   */
  public record Done(Withheld mark, int captures, List<String> damage) {}

  /**
   * What was erased.
   *
   * @param done the takedown
   * @param records how many records of the archive were replaced by tombstones this time
   * @param shared payloads that stay, since captures that nothing withholds have the same bytes
   * @param elsewhere captures of other articles that have the words, too, and are left alone
   * @param left what could not be emptied and why, one line each
   */
  public record Erased(Done done, int records, int shared, int elsewhere, List<String> left) {}

  /** All that hold, in the order in which they were asked for. */
  public List<Withheld> all() throws IOException {
    return file.read().marks();
  }

  /**
   * The takedown of that number.
   *
   * @throws AppException when there is none
   */
  public Withheld find(int id) throws IOException {
    return file.read()
        .find(id)
        .orElseThrow(
            () ->
                AppException.notFound(
                    "no takedown has the number " + id + "; 'stet withhold --list' lists them"));
  }

  /**
   * Withholds what was planned.
   *
   * @throws stet.track.CollectionException when another process keeps writing
   */
  public Done withhold(Withheld planned, Progress progress) throws IOException {
    return held(
        held -> {
          Withheld mark = keep(planned);
          new Leftovers(home).untold(mark);
          return done(mark, held.rebuild(progress));
        });
  }

  /**
   * Shows again what was withheld.
   *
   * @throws AppException when there is no such takedown, or its bytes were erased
   */
  public Done lift(int id, Progress progress) throws IOException {
    return held(
        held -> {
          Withheld mark = find(id);
          if (mark.erased() != null) {
            throw AppException.invalid(
                "takedown " + id + " cannot be lifted: what it takes was erased, and is gone");
          }
          file.write(file.read().without(id));
          return done(mark, held.rebuild(progress));
        });
  }

  /**
   * Erases the bytes of what a takedown takes. What a kill left half done is gone on with.
   *
   * @param mark one that was planned, or one that holds
   */
  public Erased erase(Withheld mark, Progress progress) throws IOException {
    return held(held -> erase(mark.id() == 0 ? keep(mark) : mark, held, progress));
  }

  private Erased erase(Withheld mark, Rebuilder.Held held, Progress progress) throws IOException {
    if (!held.isCurrent()) {
      held.rebuild(progress);
    }
    EraseTargets targets = held.targets(mark);
    Set<String> payloads = new TreeSet<>(mark.payloads());
    payloads.addAll(targets.payloads());
    Withheld erased = mark.erasedAt(clock.instant().truncatedTo(ChronoUnit.SECONDS), payloads);
    file.write(file.read().with(erased));
    WarcArchive.Erased records = held.erase(targets);
    Leftovers leftovers = new Leftovers(home);
    leftovers.kept(records.kept());
    leftovers.erase(erased, targets.times());
    Rebuilder.Rebuilt rebuilt = held.rebuild(progress);
    return new Erased(
        done(erased, rebuilt),
        records.records(),
        targets.shared(),
        targets.elsewhere(),
        leftovers.left());
  }

  private Withheld keep(Withheld planned) throws IOException {
    Withholding now = file.read();
    int last = now.marks().stream().mapToInt(Withheld::id).max().orElse(0);
    Withheld mark = planned.numbered(last + 1);
    file.write(now.with(mark));
    return mark;
  }

  private static Done done(Withheld mark, Rebuilder.Rebuilt rebuilt) {
    return new Done(mark, rebuilt.captures(), rebuilt.damage());
  }

  private <T> T held(Rebuilder.Work<T> work) throws IOException {
    Settings settings = home.settings();
    return Rebuilder.held(home.folder(), settings.engine(), settings.lockWait(), work);
  }
}
