/**
 * What is to be told, to whom, how and when: the models that rules make and channels deliver.
 * Rooms: what fires, when it is told, what waits to be told, and the ways to reach people.
 */
@org.jspecify.annotations.NullMarked
package stet.notify;
