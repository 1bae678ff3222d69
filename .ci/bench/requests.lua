-- Posts one request after the other from a file, over and over. Each line is one of them:
-- the header x-client-auth, a tab, the type of the body, a tab, the body.
local requests = {}
local last = 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local authentication, kind, body = line:match("^(.-)\t(.-)\t(.*)$")
    local headers = { ["x-client-auth"] = authentication, ["Content-Type"] = kind }
    requests[#requests + 1] = wrk.format("POST", nil, headers, body)
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end
