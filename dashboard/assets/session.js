// A session that has ended shows the sign-in page instead of a page that can do nothing any more.
(() => {
    const send = window.fetch;
    window.fetch = async (...args) => {
        const answer = await send(...args);
        if (answer.status === 401) {
            window.location.assign('/login?idle=1&next=' + encodeURIComponent(window.location.pathname));
        }
        return answer;
    };
})();
