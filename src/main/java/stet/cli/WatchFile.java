package stet.cli;

import stet.track.Collection;
import stet.watch.WatchStore;

/** The file that says what is watched, of a collection that is there. */
final class WatchFile {
  private WatchFile() {}

  /** The same for a command that changes nothing, also on a medium that nobody can write. */
  static WatchStore openForReading(HomeOption home) {
    Collection.open(home.home()).close();
    return WatchStore.openForReading(home.home().resolve(WatchStore.FILE));
  }

  /** Opens it, empty where nothing was tracked yet; refuses where there is no collection. */
  static WatchStore open(HomeOption home) {
    Collection.open(home.home()).close();
    return WatchStore.open(home.home().resolve(WatchStore.FILE));
  }
}
