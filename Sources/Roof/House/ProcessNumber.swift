internal import Glibc

/// A number that differs between processes of a machine.
enum ProcessNumber {
  static var current: Int { Int(getpid()) & 1023 }
}
