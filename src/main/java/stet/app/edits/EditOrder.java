package stet.app.edits;

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
  /** The most telling first. */
  TELLING {
    @Override
    int of(Edits.Edit edit) {
      return edit.timeline().telling(edit.revised()).score();
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
