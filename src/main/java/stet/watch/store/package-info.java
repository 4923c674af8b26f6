/**
 * The tables of {@code watch.db}: what is watched, where its checks stand, what hosts are known
 * for, what is held. Saves and finds; when to look again is decided elsewhere.
 */
@org.jspecify.annotations.NullMarked
package stet.watch.store;
