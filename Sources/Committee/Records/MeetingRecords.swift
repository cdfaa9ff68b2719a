internal import CivilTime
internal import People
internal import Store

/// Reads and writes meetings and their agendas.
enum MeetingRecords {
  /// The newest first.
  static func all(of plan: String, on connection: any SQLConnection) throws -> [Meeting] {
    try connection.rows(
      """
      SELECT id, plan_code, held_on, title, place, state, revision FROM meeting
      WHERE plan_code = \(plan) ORDER BY held_on DESC, id DESC
      """
    ).map(meeting)
  }

  static func meeting(
    _ id: RecordID<Meeting>,
    of plan: String,
    on connection: any SQLConnection
  ) throws -> Meeting? {
    try connection.row(
      """
      SELECT id, plan_code, held_on, title, place, state, revision FROM meeting
      WHERE id = \(id) AND plan_code = \(plan)
      """
    ).map(meeting)
  }

  static func insert(_ meeting: Meeting, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO meeting (id, plan_code, held_on, title, place, state, revision)
      VALUES (\(meeting.id), \(meeting.plan), \(meeting.heldOn), \(meeting.title), \(meeting.place), \
      \(meeting.state), \(meeting.revision))
      """
    )
  }

  /// Counts a change up; false when somebody else has changed the meeting since it was read.
  static func move(
    _ meeting: Meeting,
    to state: MeetingState,
    on connection: any SQLConnection
  ) throws -> Bool {
    try connection.execute(
      """
      UPDATE meeting SET state = \(state), revision = revision + 1
      WHERE id = \(meeting.id) AND revision = \(meeting.revision)
      """
    ) == 1
  }

  static func items(
    of meeting: RecordID<Meeting>,
    on connection: any SQLConnection
  ) throws -> [AgendaItem] {
    try connection.rows(
      """
      SELECT id, position, origin, origin_key, title, note FROM agenda_item
      WHERE meeting = \(meeting) ORDER BY position
      """
    ).map { row in
      AgendaItem(
        id: try row.value(0),
        position: try row.value(1),
        origin: try row.value(2),
        key: try row.value(3),
        title: try row.value(4),
        note: try row.value(5)
      )
    }
  }

  static func insert(
    _ item: AgendaItem,
    into meeting: RecordID<Meeting>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO agenda_item (id, meeting, position, origin, origin_key, title, note)
      VALUES (\(item.id), \(meeting), \(item.position), \(item.origin), \(item.key), \(item.title), \
      \(item.note))
      """
    )
  }

  static func remove(_ item: RecordID<AgendaItem>, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM agenda_item WHERE id = \(item)")
  }

  private static func meeting(_ row: SQLRow) throws -> Meeting {
    Meeting(
      id: try row.value(0),
      plan: try row.value(1),
      heldOn: try row.value(2),
      title: try row.value(3),
      place: try row.value(4),
      state: try row.value(5),
      revision: try row.value(6)
    )
  }
}
