-- Clock-ins for wrk: each request is a form of its own, by one session after the other.
-- SESSIONS names a file with a line "cookie token" for each person.

local sessions = {}
local counter = 0
local threads = {}

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

function init()
  for line in io.lines(os.getenv("SESSIONS")) do
    local cookie, token = line:match("(%S+) (%S+)")
    table.insert(sessions, { cookie = cookie, token = token })
  end
  accepted, refused = 0, 0
  -- Several threads begin at different people.
  counter = number * 7919
end

function request()
  counter = counter + 1
  local one = sessions[counter % #sessions + 1]
  local body = "_token=" .. one.token .. "&_once=bench-" .. os.getenv("RUN") .. "-" .. number .. "-" .. counter
    .. "&kind=in"
  return wrk.format("POST", "/working-time/clock", {
    ["Cookie"] = one.cookie,
    ["Content-Type"] = "application/x-www-form-urlencoded",
  }, body)
end

function response(status, headers)
  local location = headers["location"] or headers["Location"] or ""
  if status == 303 and location == "/working-time" then accepted = accepted + 1 else refused = refused + 1 end
end

function done(summary)
  local accepted_all, refused_all = 0, 0
  for _, thread in ipairs(threads) do
    accepted_all = accepted_all + thread:get("accepted")
    refused_all = refused_all + thread:get("refused")
  end
  io.write(string.format("RESULT %d %d %d\n", summary.duration, accepted_all, refused_all))
end
