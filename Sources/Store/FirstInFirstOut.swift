/// A line of waiting things, first come first served; both ends cost constant time.
package struct FirstInFirstOut<Element> {
  private var items: [Element?] = []
  private var head = 0

  /// An empty line.
  package init() {}

  /// How many wait.
  package var count: Int { items.count - head }

  /// Joins the line.
  package mutating func append(_ element: Element) {
    items.append(element)
  }

  /// Takes the one that has waited longest; nil when none waits.
  package mutating func popFirst() -> Element? {
    guard head < items.count else { return nil }
    let element = items[head]
    items[head] = nil
    head += 1
    if head == items.count {
      items.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 64, head * 2 > items.count {
      items.removeFirst(head)
      head = 0
    }
    return element
  }
}

extension FirstInFirstOut: Sendable where Element: Sendable {}
