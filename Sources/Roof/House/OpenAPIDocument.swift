/// The document, part by part.
enum OpenAPIDocument {
  static let text = """
    {"openapi": "3.1.0",
    "info": {"title": "Hataraki", "version": "1", "description": "\(description)"},
    "servers": [{"url": "/"}],
    "security": [{"token": []}],
    "paths": {\(clock), \(punches), \(month)},
    "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    "schemas": {\(problem), \(clockCall), \(clockRecord), \(punchCall), \(punchAnswer), \(monthSheet), \(day)}}}
    """

  private static let description =
    "Clock records and months of the account behind a bearer token, and clock records handed in by a terminal. "
    + "Errors are problem details (RFC 9457)."

  private static let clock = """
    "/api/v1/clock": {"post": {"operationId": "clock", "summary": "Records an arrival or a departure now",
    "parameters": [{"name": "Idempotency-Key", "in": "header", "required": true,
    "schema": {"type": "string", "minLength": 8, "maxLength": 200}}],
    "requestBody": {"required": true, "content": {"application/json":
    {"schema": {"$ref": "#/components/schemas/ClockCall"}}}},
    "responses": {"201": {"description": "Recorded, or recorded before under the same key",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ClockRecord"}}}}, \(faults)}}}
    """

  private static let punches = """
    "/api/v1/punches": {"post": {"operationId": "punches",
    "summary": "Takes clock records of many people from a terminal of their employer",
    "description": "Records are known again by terminal, person, kind and minute: hand a batch in as often as it takes.",
    "requestBody": {"required": true, "content": {"application/json":
    {"schema": {"$ref": "#/components/schemas/PunchCall"}}}},
    "responses": {"200": {"description": "What came of each record, in the order given",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PunchAnswer"}}}}, \(faults)}}}
    """

  private static let month = """
    "/api/v1/months/{month}": {"get": {"operationId": "month", "summary": "One's own month",
    "parameters": [{"name": "month", "in": "path", "required": true,
    "schema": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"}}],
    "responses": {"200": {"description": "The month", "content": {"application/json":
    {"schema": {"$ref": "#/components/schemas/Month"}}}}, \(faults)}}}
    """

  private static let faults = ["400", "401", "403", "404", "405", "413", "415", "503"].map { status in
    """
    "\(status)": {"description": "Problem", "content": {"application/problem+json":
    {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    """
  }.joined(separator: ", ")

  private static let problem = """
    "Problem": {"type": "object", "required": ["type", "title", "status"], "properties":
    {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
    "instance": {"type": "string"}}}
    """

  private static let clockCall = """
    "ClockCall": {"type": "object", "required": ["kind"],
    "properties": {"kind": {"type": "string", "enum": ["in", "out"]}}}
    """

  private static let clockRecord = """
    "ClockRecord": {"type": "object", "required": ["punch", "kind", "workDate", "time"], "properties":
    {"punch": {"type": "string"}, "kind": {"type": "string", "enum": ["in", "out"]},
    "workDate": {"type": "string", "format": "date"},
    "time": {"type": "string", "description": "HH:MM from the work date's midnight, up to 47:59"}}}
    """

  private static let punchCall = """
    "PunchCall": {"type": "object", "required": ["punches"], "properties":
    {"sentAt": {"type": ["string", "null"], "description": "The terminal's clock when it sends"},
    "punches": {"type": "array", "minItems": 1, "maxItems": 1000, "items": {"type": "object",
    "properties": {"employee": {"type": ["string", "null"], "description": "The employee's number"},
    "at": {"type": ["string", "null"], "description": "Such as 2026-11-24T08:59:30+09:00; the office's time without a zone"},
    "kind": {"type": ["string", "null"], "description": "in or out"}}}}}}
    """

  private static let punchAnswer = """
    "PunchAnswer": {"type": "object", "required": ["taken", "known", "refused", "rows"], "properties":
    {"taken": {"type": "integer"}, "known": {"type": "integer"}, "refused": {"type": "integer"},
    "rows": {"type": "array", "items": {"type": "object", "required": ["row", "outcome"], "properties":
    {"row": {"type": "integer"}, "outcome": {"type": "string", "enum": ["taken", "known", "refused"]},
    "punch": {"type": "string"}, "workDate": {"type": "string", "format": "date"}, "time": {"type": "string"},
    "doubt": {"type": ["string", "null"], "enum": ["clock", "future", null]}, "reason": {"type": "string"}}}}}}
    """

  private static let monthSheet = """
    "Month": {"type": "object", "required": ["month", "overtimeMinutes", "days"], "properties":
    {"month": {"type": "string"}, "overtimeMinutes": {"type": "integer"},
    "days": {"type": "array", "items": {"$ref": "#/components/schemas/Day"}}}}
    """

  private static let day = """
    "Day": {"type": "object", "required": ["date", "breakMinutes"], "properties":
    {"date": {"type": "string", "format": "date"}, "arrival": {"type": ["string", "null"]},
    "departure": {"type": ["string", "null"]}, "breakMinutes": {"type": "integer"},
    "overtimeMinutes": {"type": ["integer", "null"]}, "gapMinutes": {"type": ["integer", "null"]}}}
    """
}
