package stet.app.edits;

import stet.diff.rank.Part;
import stet.diff.tell.Telling;
import stet.track.Edits;

/** In which order edits are told. */
public enum EditOrder {
  /** The newest first. */
  NEWEST {
    @Override
    int of(Edits.Edit edit) {
      return 0;
    }
  },
  /** The most telling first; those with the highest score by the sum of its parts. */
  TELLING {
    @Override
    int of(Edits.Edit edit) {
      Telling telling = edit.timeline().telling(edit.revised());
      int sum = telling.parts().stream().mapToInt(Part::points).sum();
      return Math.max(telling.score(), sum);
    }
  },
  /** Those first in which most words came, went or moved. */
  WORDS {
    @Override
    int of(Edits.Edit edit) {
      return edit.revised().revision().counts().changed();
    }
  };

  /** What puts an edit before those with less; equal ones stand newest first. */
  abstract int of(Edits.Edit edit);
}
